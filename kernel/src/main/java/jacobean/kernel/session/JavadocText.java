package jacobean.kernel.session;

import java.util.regex.Pattern;

/** Javadoc comments as Markdown that also reads well as plain text. */
final class JavadocText {
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)}");
  private static final Pattern LINK =
      Pattern.compile(
          "\\{@(?:link|linkplain|value)\\s+([^{}\\s(]*(?:\\([^{})]*\\))?)\\s*([^{}]*)}");
  private static final Pattern OTHER_INLINE = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

  /** An example up to the brace that stands alone on a line. */
  private static final Pattern SNIPPET =
      Pattern.compile("\\{@snippet\\s*:[^\\n]*\\n(.*?)\\n\\s*}", Pattern.DOTALL);

  private JavadocText() {}

  /** Examples stay as they are; the text around them is turned into Markdown. */
  static String markdown(String comment) {
    var markdown = new StringBuilder();
    var example = SNIPPET.matcher(comment);
    int from = 0;
    while (example.find()) {
      markdown.append(prose(comment.substring(from, example.start())));
      markdown.append("\n\n```java\n").append(example.group(1).stripIndent().strip());
      markdown.append("\n```\n\n");
      from = example.end();
    }
    return markdown.append(prose(comment.substring(from))).toString().strip();
  }

  private static String prose(String comment) {
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
