package jacobean.kernel.session;

import java.util.Collection;
import java.util.Map;

/**
 * What a session knows that can explain why a cell is wrong.
 *
 * @param names the session's names, which a misspelt one may have meant
 * @param hints what libraries say about names that are not there
 */
record Known(Collection<String> names, Map<String, String> hints) {}
