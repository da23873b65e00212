package jacobean.llvm.loop;

/**
 * How loops are cut into chunks. No form depends on the number of threads, so that results do not
 * either.
 */
public sealed interface Form {
  /** The number of chunks. */
  long chunks();

  /**
   * No folds. The outer loops together are one loop, of which a chunk has some turns with all loops
   * inside them.
   *
   * @param outer how many loops are outer ones
   * @param turns how often they turn together
   * @param turnsPerChunk how many turns a chunk has
   */
  record Rows(int outer, long turns, long turnsPerChunk) implements Form {
    @Override
    public long chunks() {
      return Math.ceilDiv(turns, turnsPerChunk);
    }
  }

  /**
   * No folds. All loops but the innermost together are one loop of rows; a chunk is a block of one
   * row.
   *
   * @param rows the number of rows
   * @param block how many elements of a row a chunk has
   * @param blocksPerRow into how many blocks a row is cut; the last two may overlap
   */
  record Blocks(long rows, long block, long blocksPerRow) implements Form {
    @Override
    public long chunks() {
      return rows * blocksPerRow;
    }
  }

  /**
   * Folds over the innermost loop, and perhaps others. A unit folds a block of the other reduced
   * loops' turns, for each a block of the innermost, into one element of each target; a target's
   * element is {@code kept * unitsPerElement + unit}.
   *
   * @param kept the turns of the loops that are not reduced
   * @param turns the turns of the reduced loops but the innermost
   * @param turnsPerUnit how many of them a unit does
   * @param block how many elements of the innermost loop a unit does
   * @param blocks into how many blocks the innermost loop is cut
   * @param unitsPerChunk how many units a chunk has
   */
  record Inward(
      long kept, long turns, long turnsPerUnit, long block, long blocks, long unitsPerChunk)
      implements Form {
    /** How many partial results each result has. */
    public long unitsPerElement() {
      return Math.max(1, Math.ceilDiv(turns, turnsPerUnit) * blocks);
    }

    /** The number of units. */
    public long units() {
      return kept * unitsPerElement();
    }

    @Override
    public long chunks() {
      return Math.ceilDiv(units(), unitsPerChunk);
    }
  }

  /**
   * Folds over outer loops; the innermost is kept. A unit folds a block of the reduced loops' turns
   * into a tile of elements, which are beside each other. A target is an array of {@code parts()}
   * by {@code kept} by the innermost loop's length.
   *
   * @param kept the turns of the loops that are not reduced, but the innermost
   * @param turns the turns of the reduced loops
   * @param turnsPerUnit how many of them a unit does
   * @param length the length of the innermost loop
   * @param tile how many elements of it a unit does
   * @param unitsPerChunk how many units a chunk has
   */
  record Across(
      long kept, long turns, long turnsPerUnit, long length, long tile, long unitsPerChunk)
      implements Form {
    /** How many partial results each result has. */
    public long parts() {
      return Math.max(1, Math.ceilDiv(turns, turnsPerUnit));
    }

    /** Into how many tiles the innermost loop is cut. */
    public long tiles() {
      return Math.ceilDiv(length, tile);
    }

    /** The number of units. */
    public long units() {
      return parts() * kept * tiles();
    }

    @Override
    public long chunks() {
      return Math.ceilDiv(units(), unitsPerChunk);
    }
  }

  /**
   * All loops in their order, but one whose turns are independent is cut into blocks.
   *
   * @param dim the loop that is cut; -1 if none can be
   * @param length its length
   * @param block how many turns of it a chunk has
   */
  record InOrder(int dim, long length, long block) implements Form {
    @Override
    public long chunks() {
      return Math.ceilDiv(length, block);
    }
  }
}
