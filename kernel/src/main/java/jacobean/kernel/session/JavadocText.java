package jacobean.kernel.session;

import java.util.regex.Pattern;

/** Javadoc comments as Markdown that also reads well as plain text. */
final class JavadocText {
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)}");
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain|value)\\s+([^{}\\s]*)\\s*([^{}]*)}");
  private static final Pattern OTHER_INLINE = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

  private JavadocText() {}

  static String markdown(String comment) {
    String text = CODE.matcher(comment).replaceAll("`$1`");
    text =
        LINK.matcher(text)
            .replaceAll(
                m ->
                    "`"
                        + java.util.regex.Matcher.quoteReplacement(
                            (m.group(2).isBlank()
                                ? m.group(1).replace('#', '.')
                                : m.group(2).strip()))
                        + "`");
    text = OTHER_INLINE.matcher(text).replaceAll("$1");
    text = text.replaceAll("(?i)<p>|</p>|<br/?>", "\n").replaceAll("(?i)<li>", "\n- ");
    text = text.replaceAll("(?i)</?(?:code|tt)>", "`").replaceAll("(?i)</?(?:i|em)>", "*");
    text = TAG.matcher(text).replaceAll("");
    text = BLOCK.matcher(text).replaceAll("\n**$1** ");
    text =
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
    return text.lines()
        .map(String::strip)
        .collect(java.util.stream.Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }
}
