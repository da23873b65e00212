package jacobean.laws;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every primitive with the operands that the laws are checked on, one row each. To check a new
 * primitive, add its row. {@link FunctionTable} has the functions made of them.
 */
public final class OperationTable {
  private OperationTable() {}

  /** The cases of all primitives. */
  public static Stream<Row.Case> cases() {
    return rows().flatMap(r -> r.cases().stream());
  }

  public static Stream<Row> rows() {
    return Stream.of(
            ElementwiseRows.rows(),
            NarrowTable.rows(),
            ShapeRows.rows(),
            AlgebraRows.rows(),
            FourierRows.primitives(),
            SpecialRows.primitives(),
            IndexingRows.rows(),
            DrawingRows.rows(),
            CallRows.rows(),
            ControlRows.rows(),
            CollectiveRows.rows(),
            RuleRows.rows())
        .flatMap(List::stream);
  }
}
