package jacobean.kernel.notebook;

/** Text in HTML. */
final class Html {
  private Html() {}

  /** The text with {@code & < > " '} as entities: safe in elements and in quoted attributes. */
  static String escape(String text) {
    var html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** Java code with its pieces in {@code <span class="kind">}. */
  static String java(String code) {
    var html = new StringBuilder();
    for (JavaTokens.Token token : JavaTokens.of(code)) {
      switch (token.kind()) {
        case PLAIN -> html.append(escape(token.text()));
        case COMMENT, STRING, NUMBER, KEYWORD, TYPE, CALL, ANNOTATION, MAGIC ->
            html.append("<span class=\"%s\">".formatted(token.kind().name().toLowerCase()))
                .append(escape(token.text()))
                .append("</span>");
      }
    }
    return html.toString();
  }
}
