package jacobean.endtoend;

import java.util.ArrayList;
import java.util.List;

/**
 * Cases written as Markdown: a heading names a case, its fenced blocks are the parts. Prose between
 * them is for the reader.
 *
 * @param name the heading's text
 * @param blocks the fenced blocks, in order
 */
record Fenced(String name, List<Block> blocks) {
  /** A block: {@code kind} is what follows the opening fence. */
  record Block(String kind, String text) {}

  List<String> texts(String kind) {
    return blocks.stream().filter(b -> b.kind().equals(kind)).map(Block::text).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /** The cases of a text: those with a block at least. */
  static List<Fenced> parse(String markdown) {
    var cases = new ArrayList<Fenced>();
    var name = "";
    var blocks = new ArrayList<Block>();
    var lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("#")) {
        add(cases, name, blocks);
        name = line.replaceFirst("^#+ *", "");
        blocks = new ArrayList<>();
      } else if (line.startsWith("```")) {
        var body = new ArrayList<String>();
        while (!lines.get(++i).startsWith("```")) {
          body.add(lines.get(i));
        }
        blocks.add(new Block(line.substring(3).strip(), String.join("\n", body)));
      }
    }
    add(cases, name, blocks);
    return List.copyOf(cases);
  }

  private static void add(List<Fenced> cases, String name, List<Block> blocks) {
    if (!blocks.isEmpty()) {
      cases.add(new Fenced(name, List.copyOf(blocks)));
    }
  }
}
