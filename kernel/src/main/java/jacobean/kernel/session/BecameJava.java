package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;

/** A cell's text with its repaired pieces in place of what was typed. */
final class BecameJava {
  private record Change(int start, int end, String java) {}

  private final String cell;
  private final List<Change> changes = new ArrayList<>();

  BecameJava(String cell) {
    this.cell = cell;
  }

  /** Notes that {@code piece} was compiled as {@code java}. */
  void note(Text piece, Text java) {
    if (Brackets.unresolved(java.chars())) {
      return;
    }
    int start = piece.originOf(0);
    int end = Math.min(cell.length(), piece.originOfEnd(piece.length()));
    if (!cell.substring(start, end).equals(java.chars()) && !piece.chars().equals(java.chars())) {
      changes.add(new Change(start, end, java.chars()));
    }
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Change change : changes) {
      out.append(cell, at, change.start()).append(change.java());
      at = change.end();
    }
    return out.append(cell.substring(at)).toString();
  }
}
