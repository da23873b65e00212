package jacobean.kernel.console;

import jacobean.kernel.notebook.JavaTokens;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the cell while it is typed. */
final class CellHighlighter implements Highlighter {
  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    var text = new AttributedStringBuilder();
    JavaTokens.of(buffer).forEach(token -> text.styled(style(token.kind()), token.text()));
    return text.toAttributedString();
  }

  private static AttributedStyle style(JavaTokens.Kind kind) {
    return switch (kind) {
      case PLAIN, CALL -> AttributedStyle.DEFAULT;
      case COMMENT -> AttributedStyle.DEFAULT.faint();
      case STRING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case NUMBER -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
      case KEYWORD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
      case TYPE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
      case ANNOTATION, MAGIC -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    };
  }
}
