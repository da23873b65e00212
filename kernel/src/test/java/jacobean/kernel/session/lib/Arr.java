package jacobean.kernel.session.lib;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** A small immutable vector, as a library would have one, for the tests of notation. */
public final class Arr {
  private final double[] values;

  private Arr(double[] values) {
    this.values = values;
  }

  public static Arr of(double... values) {
    return new Arr(values.clone());
  }

  private static Arr from(Object value) {
    return value instanceof Arr arr ? arr : new Arr(new double[] {((Number) value).doubleValue()});
  }

  static Arr zip(Object left, Object right, DoubleBinaryOperator op) {
    double[] a = from(left).values;
    double[] b = from(right).values;
    double[] out = new double[Math.max(a.length, b.length)];
    Arrays.setAll(out, i -> op.applyAsDouble(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]));
    return new Arr(out);
  }

  public Arr plus(Object other) {
    return zip(this, other, (a, b) -> a + b);
  }

  public Arr minus(Object other) {
    return zip(this, other, (a, b) -> a - b);
  }

  public Arr times(Object other) {
    return zip(this, other, (a, b) -> a * b);
  }

  public Arr div(Object other) {
    return zip(this, other, (a, b) -> a / b);
  }

  public Arr gt(Object other) {
    return zip(this, other, (a, b) -> a > b ? 1 : 0);
  }

  public Arr lt(Object other) {
    return zip(this, other, (a, b) -> a < b ? 1 : 0);
  }

  public Arr eq(Object other) {
    return zip(this, other, (a, b) -> a == b ? 1 : 0);
  }

  public Arr and(Object other) {
    return zip(this, other, (a, b) -> a != 0 && b != 0 ? 1 : 0);
  }

  public Arr unaryMinus() {
    return minus(0).times(-1);
  }

  public Arr not() {
    return eq(0);
  }

  public Arr get(Object... index) {
    if (index.length == 1 && index[0] instanceof String slice) {
      String[] ends = slice.split(":");
      return new Arr(
          Arrays.copyOfRange(values, Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
    }
    int at = 0;
    for (Object i : index) {
      at += ((Number) i).intValue();
    }
    return new Arr(new double[] {values[at]});
  }

  public boolean toBoolean() {
    if (values.length != 1) {
      throw new IllegalStateException("only an array of one element is true or false");
    }
    return values[0] != 0;
  }

  public double item() {
    return values[0];
  }

  /** Sorts before {@link #item}, but is not the name that people know. */
  public double asDouble() {
    return values[0];
  }

  public double sum() {
    return Arrays.stream(values).sum();
  }

  public int size() {
    return values.length;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
