package jacobean.text;

/** Words put side by side on indented lines that are broken before the width is exceeded. */
final class WrappedLine {
  private final StringBuilder done = new StringBuilder();
  private final StringBuilder line;
  private final String indent;
  private final int width;

  WrappedLine(String indent, int width) {
    this.indent = indent;
    this.width = width;
    this.line = new StringBuilder(indent);
  }

  /** Adds a word, on a new line if it does not fit and the present line holds any. */
  void add(String word) {
    if (line.length() + word.length() > width && line.length() > indent.length()) {
      done.append(line.toString().stripTrailing()).append('\n');
      line.setLength(0);
      line.append(indent);
    }
    line.append(word);
  }

  void separate(String separator) {
    line.append(separator);
  }

  /** All lines, the first one with its indent. */
  String text() {
    return done.toString() + line;
  }
}
