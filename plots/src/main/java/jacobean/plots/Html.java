package jacobean.plots;

import java.util.List;

/** Text as HTML, and the one style that all views share. */
public final class Html {
  /** Follows the page's text colour, so that it reads in light and dark themes alike. */
  private static final String STYLE =
      """
      <style>
      .jcb{font-size:13px;line-height:1.45;color:var(--jp-ui-font-color1,inherit);text-align:left;overflow-x:auto}
      .jcb code,.jcb td,.jcb th,.jcb pre{font-family:var(--jp-code-font-family,ui-monospace,Menlo,Consolas,monospace);font-size:12px;background:none;color:inherit}
      .jcb .dim{opacity:.7}
      .jcb table{border-collapse:collapse;border:0;margin:4px 0 8px 0}
      .jcb td,.jcb th{padding:2px 8px;text-align:right;white-space:pre;border:0;border-bottom:1px solid rgba(128,128,128,.25);max-width:none}
      .jcb thead th,.jcb tbody th{opacity:.7;font-weight:normal}
      .jcb tr,.jcb tbody tr:nth-child(even){background:none}
      .jcb .words td,.jcb .words th{text-align:left}
      .jcb ul{list-style:none;margin:0 0 0 6px;padding:0 0 0 13px;border-left:1px solid rgba(128,128,128,.35)}
      .jcb li{margin:0;padding:1px 0}
      .jcb li.leaf{padding-left:13px}
      .jcb summary{cursor:pointer;display:list-item}
      .jcb b{font-weight:600}
      .jcb pre{margin:4px 0;padding:0;white-space:pre;overflow-x:auto}
      .jcb svg{max-width:100%;height:auto}
      .jcb h4{font-size:13px;margin:8px 0 0 0;font-weight:normal}
      </style>
      """;

  private Html() {}

  /** A value's text with everything that HTML could read as markup replaced. */
  public static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A view's HTML, with the style it needs. */
  static String view(String body) {
    return "<div class=\"jcb\">" + STYLE + body + "</div>";
  }

  /**
   * A table of words, with a line below it.
   *
   * @param heads the column heads, as text
   * @param rows the cells of each row, as text; the first of a row names it
   * @param note the line below, as text; empty for none
   */
  public static String table(List<String> heads, List<List<String>> rows, String note) {
    String below = note.isEmpty() ? "" : "<div class=\"dim\">" + escape(note) + "</div>";
    return view("<div class=\"words\">" + bareTable(heads, rows) + "</div>" + below);
  }

  static String bareTable(List<String> heads, List<List<String>> rows) {
    var out = new StringBuilder("<table>");
    if (!heads.isEmpty()) {
      out.append("<thead><tr>");
      heads.forEach(head -> out.append("<th>").append(escape(head)).append("</th>"));
      out.append("</tr></thead>");
    }
    out.append("<tbody>");
    for (var row : rows) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String tag = i == 0 ? "th" : "td";
        out.append('<').append(tag).append('>').append(escape(row.get(i)));
        out.append("</").append(tag).append('>');
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody></table>").toString();
  }
}
