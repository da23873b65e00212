package user;

import static user.Wrong.wrong;

import jacobean.Along;
import jacobean.Array;
import jacobean.Bins;
import jacobean.DotDimensionNumbers;
import jacobean.EinsumPath;
import jacobean.Over;
import jacobean.ShapeDtypeStruct;
import jacobean.WithAux;
import jacobean.jnp;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null where an array, an option or a component of a record has to be. */
class NullArgumentsTest {
  private static final Array X = jnp.array(1., 2., 3.);

  static Stream<Wrong> functions() {
    return Stream.of(
        wrong("sin: x is null, wanted an Array", () -> jnp.sin(null)),
        wrong("dot: y is null, wanted an Array", () -> X.dot(null)),
        wrong(
            "concatenate: arrays[1] is null, wanted a List<Array> without null",
            () -> jnp.concatenate(Arrays.asList(X, null), 0)),
        wrong("asarray: wanted an array or a number, got null", () -> jnp.asarray((Object) null)),
        wrong("sum: over is null, wanted an Over", () -> jnp.sum(X, (Over) null)));
  }

  static Stream<Wrong> constructors() {
    return Stream.of(
        wrong(
            "ShapeDtypeStruct: shape is null, wanted a Shape",
            () -> new ShapeDtypeStruct(null, DType.FLOAT32)),
        wrong(
            "ShapeDtypeStruct: dtype is null, wanted a DType",
            () -> new ShapeDtypeStruct(Shape.of(2), null)),
        wrong(
            "Over: dims is null, wanted a List<Integer>",
            () -> new Over(null, false, null, null, 0, null)),
        wrong(
            "Over: dims[1] is null, wanted a List<Integer> without null",
            () -> new Over(Arrays.asList(0, null), false, null, null, 0, null)),
        wrong("Bins.of: counts is null, wanted an int[]", () -> Bins.of((int[]) null)),
        wrong("Along: scaling is null, wanted a String", () -> new Along(null, null, null)),
        wrong(
            "Bins: edges is null, wanted a List<Array>",
            () -> new Bins(List.of(), null, List.of(), null, false)),
        wrong(
            "DotDimensionNumbers: rhsBatch is null, wanted a List<Integer>",
            () -> new DotDimensionNumbers(List.of(), List.of(), List.of(), null)),
        wrong("WithAux: value is null, wanted an Array", () -> new WithAux<>(null, 1)),
        wrong("Slogdet: sign is null, wanted an Array", () -> new jnp.linalg.Slogdet(null, X)),
        wrong(
            "Step: left is null, wanted a String",
            () -> new EinsumPath.Step(List.of(0, 1), null, "j", "ij", 2)));
  }

  @ParameterizedTest
  @MethodSource({"functions", "constructors"})
  void saysWhich(Wrong w) {
    w.check();
  }
}
