package jacobean.laws;

import jacobean.Array;
import jacobean.control.BatchedWhile;
import jacobean.control.While;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.op.StopGradient;
import jacobean.testing.Close;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One line of the table of operations: a function and the operands that it is to be checked with.
 * Rows are made by {@link #primitive} and {@link #function} and completed by their withers.
 *
 * @param primitive what it checks, or null for a composite function
 * @param derivative whether its derivative is what differences of its values say
 * @param still the operands that it has no derivative by, though they are floating
 * @param close how near results computed in different ways must be
 */
public record Row(
    String name,
    Primitive primitive,
    Function<List<Value>, List<Value>> function,
    List<List<Numbers>> operands,
    boolean derivative,
    Set<Integer> still,
    Close close) {

  /** A function and operands, one case. */
  public record Case(Row row, List<Numbers> operands) {
    /** Whether its derivative can be checked by differences, which need double precision. */
    boolean isDifferentiable() {
      return row.derivative
          && operands.stream().anyMatch(Numbers::isFloating)
          && operands.stream().allMatch(n -> !n.isFloating() || n.aval().dtype().itemsize() == 8);
    }

    /** Whether it can be run backward; a loop of unknown length cannot. */
    boolean goesBackward() {
      return !(row.primitive instanceof While || row.primitive instanceof BatchedWhile);
    }

    /** Few enough elements for laws that are slow. */
    boolean isSmall() {
      return operands.stream().mapToLong(n -> n.aval().size()).sum() <= 80;
    }

    List<Value> draw(long seed) {
      var values = new ArrayList<Value>();
      for (int i = 0; i < operands.size(); i++) {
        values.add(operands.get(i).draw(31 * seed + i));
      }
      return values;
    }

    @Override
    public String toString() {
      return row.name + operands;
    }
  }

  static Row primitive(Primitive p) {
    return new Row(p.toString(), p, p::bind, List.of(), true, Set.of(), Close.ELEMENTWISE);
  }

  /** A function of arrays with one result. */
  static Row function(String name, Function<List<Array>, Array> f) {
    return functions(name, x -> List.of(f.apply(x)));
  }

  static Row functions(String name, Function<List<Array>, List<Array>> f) {
    return new Row(
        name,
        null,
        values ->
            f.apply(values.stream().map(Array::of).toList()).stream().map(Array::value).toList(),
        List.of(),
        true,
        Set.of(),
        Close.ELEMENTWISE);
  }

  /** It refuses to be differentiated, so its operands are held. */
  Row held() {
    return new Row(
        name,
        primitive,
        x -> function.apply(x.stream().map(StopGradient::stopGradient).toList()),
        operands,
        false,
        still,
        close);
  }

  /** Of the results, what all right answers have in common. */
  Row seen(Function<List<Value>, List<Value>> through) {
    return new Row(name, primitive, function.andThen(through), operands, derivative, still, close);
  }

  /** One more case. */
  Row on(Numbers... numbers) {
    var more = new ArrayList<>(operands);
    more.add(List.of(numbers));
    return new Row(name, primitive, function, more, derivative, still, close);
  }

  Row onAll(List<List<Numbers>> cases) {
    var more = new ArrayList<>(operands);
    more.addAll(cases);
    return new Row(name, primitive, function, more, derivative, still, close);
  }

  /** Its derivative is not that of its values, or they are too coarse for differences. */
  Row withoutDerivative() {
    return new Row(name, primitive, function, operands, false, still, close);
  }

  /** It cannot be differentiated by these operands, or only once. */
  Row holding(Integer... operandNumbers) {
    var all = Set.of(operandNumbers);
    return new Row(name, primitive, function, operands, derivative, all, close);
  }

  Row within(Close wanted) {
    return new Row(name, primitive, function, operands, derivative, still, wanted);
  }

  List<Case> cases() {
    return operands.stream().map(o -> new Case(this, o)).toList();
  }
}
