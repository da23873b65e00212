package jacobean.kernel.session;

import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.spi.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cell's text with its repaired pieces in place of what was typed, and without magics: of a magic
 * there is only the code that it evaluated.
 */
final class BecameJava {
  private record Change(int end, String java) {}

  private final String cell;

  /** By their start; what is noted later takes the place of what was. */
  private final TreeMap<Integer, Change> changes = new TreeMap<>();

  BecameJava(String cell, List<Piece> pieces) {
    this.cell = cell;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.MagicLine magic) {
        int end = magic.whole().originOfEnd(magic.whole().length());
        changes.put(magic.whole().originOf(0), new Change(end, ""));
      }
    }
  }

  /** Notes that {@code piece} was compiled as {@code java}. */
  void note(Text piece, Text java) {
    Text typed = piece.withoutGenerated();
    if (typed.length() == 0) {
      return;
    }
    int start = typed.originOf(0);
    int end = Math.min(cell.length(), typed.originOfEnd(typed.length()));
    Map.Entry<Integer, Change> magic = changes.lowerEntry(start);
    if (magic != null && magic.getValue().end() > start) {
      changes.put(magic.getKey(), new Change(start, ""));
    }
    String became = java.withoutGenerated().chars();
    boolean repaired = !cell.substring(start, end).equals(became) && !typed.chars().equals(became);
    if (repaired && !Brackets.unresolved(became)) {
      changes.put(start, new Change(end, became));
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Map.Entry<Integer, Change> change : changes.entrySet()) {
      if (change.getKey() >= at) {
        out.append(cell, at, change.getKey()).append(change.getValue().java());
        at = change.getValue().end();
      }
    }
    return out.append(cell.substring(at)).toString();
  }
}
