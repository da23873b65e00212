package jacobean.kernel.spi;

import java.util.List;

/**
 * What a magic gets.
 *
 * @param arguments the words after the name, quotes taken off
 * @param line the text after the name as it was typed
 * @param body the lines below a cell magic, or the empty text
 * @param session the session that the magic acts on
 */
public record MagicCall(List<String> arguments, Text line, Text body, SessionView session) {}
