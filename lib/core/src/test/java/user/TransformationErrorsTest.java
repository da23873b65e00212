package user;

import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.outAxes;
import static jacobean.jax.staticArgnums;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vmap;
import static user.Misuse.M;
import static user.Misuse.X;
import static user.Misuse.misuse;

import jacobean.Array;
import jacobean.error.DTypeException;
import jacobean.error.GradException;
import jacobean.error.ShapeException;
import jacobean.error.TreeException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jax;
import jacobean.jnp;
import jacobean.tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of functions, pytrees and options that cannot be transformed. */
class TransformationErrorsTest {
  private record Line(Array w, Array b) {}

  private record Weight(double w) {}

  private record Named(Object name, Array w) {}

  static Stream<Misuse> misuses() {
    return Stream.of(derivatives(), trees(), options()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Misuse m) {
    m.check();
  }

  private static List<Misuse> derivatives() {
    return List.of(
        misuse(
            "grad of a vector",
            GradException.class,
            () -> grad(x -> x.times(2)).apply(X),
            "grad",
            "scalar",
            "f32[3]",
            "jnp.sum"),
        misuse(
            "grad of one element",
            GradException.class,
            () -> grad(x -> x.times(2)).apply(jnp.ones(1)),
            "grad",
            "scalar",
            "f32[1]"),
        misuse(
            "grad by an int",
            GradException.class,
            () -> grad(x -> jnp.sum(x)).apply(jnp.arange(3)),
            "grad",
            "i32[3]",
            "astype",
            "1."),
        misuse(
            "grad by an int leaf",
            GradException.class,
            () -> grad((Fn1<Line, Array>) p -> p.w()).apply(new Line(jnp.array(1.), jnp.array(2))),
            "grad",
            ".b",
            "i32[]"),
        misuse(
            "grad of an int",
            GradException.class,
            () -> valueAndGrad(x -> x.astype(jnp.int32)).apply(jnp.array(1.)),
            "valueAndGrad",
            "i32[]",
            "astype"),
        misuse(
            "grad by numbers in a record",
            TreeException.class,
            () -> grad((Fn1<Weight, Array>) p -> X.times(p.w()).sum()).apply(new Weight(2)),
            "Weight",
            "w",
            "double",
            "Array"),
        misuse(
            "jvp of another structure",
            TreeException.class,
            () -> jax.jvp((Fn1<List<Array>, Array>) p -> p.getFirst(), List.of(X), List.of(X, X)),
            "jvp",
            "[*]",
            "[*, *]"),
        misuse(
            "jvp of another shape",
            ShapeException.class,
            () -> jax.jvp(x -> x.times(2), X, jnp.ones(2)),
            "jvp",
            "f32[3]",
            "f32[2]"),
        misuse(
            "jvp of another dtype",
            DTypeException.class,
            () -> jax.jvp(x -> x.times(2), X, jnp.arange(3)),
            "jvp",
            "f32[3]",
            "i32[3]"),
        misuse(
            "vjp of another shape",
            ShapeException.class,
            () -> jax.vjp(x -> x.times(2), X).pullback().apply(jnp.ones(2)),
            "vjp",
            "f32[3]",
            "f32[2]"),
        misuse(
            "vjp of another dtype",
            DTypeException.class,
            () -> jax.vjp(x -> x.times(2), X).pullback().apply(jnp.arange(3)),
            "vjp",
            "f32[3]",
            "i32[3]"));
  }

  private static List<Misuse> trees() {
    return List.of(
        misuse(
            "tree.map of two structures",
            TreeException.class,
            () -> tree.map((a, b) -> a.plus(b), Map.of("w", X), Map.of("b", X)),
            "tree.map",
            "{'w': *}",
            "{'b': *}",
            "['w']",
            "['b']"),
        misuse(
            "tree.map of two lengths",
            TreeException.class,
            () -> tree.map((a, b) -> a.plus(b), List.of(X), List.of(X, X)),
            "tree.map",
            "[1]"),
        misuse(
            "a text leaf",
            DTypeException.class,
            () -> tree.map(a -> a, Map.of("name", "x")),
            "tree.map",
            "['name']",
            "String"),
        misuse(
            "a text component",
            DTypeException.class,
            () -> jit((Fn1<Named, Array>) n -> n.w()).apply(new Named("a", X)),
            "jit",
            ".name",
            "String",
            "static"),
        misuse(
            "a text result",
            DTypeException.class,
            () -> jit((Fn1<Array, Object>) x -> "text").apply(X),
            "result of the traced function",
            "String"),
        misuse(
            "unsortable keys",
            TreeException.class,
            () -> tree.leaves(Map.of("a", X, 1, X)),
            "keys",
            "sorted"),
        misuse(
            "a number that is an array",
            TreeException.class,
            () -> tree.map(a -> jnp.ones(2), new Weight(1)),
            "Weight",
            "w",
            "double"),
        misuse(
            "unflatten too few",
            TreeException.class,
            () -> tree.unflatten(tree.structure(List.of(X, X)), List.of(X)),
            "unflatten",
            "2",
            "1"));
  }

  private static List<Misuse> options() {
    Fn2<Array, Array, Array> add = Array::plus;
    return List.of(
        misuse(
            "static argument out of range",
            DTypeException.class,
            () -> jit(add, staticArgnums(2)),
            "staticArgnums",
            "2",
            "2 arguments"),
        misuse(
            "vmap of two lengths",
            ShapeException.class,
            () -> vmap(add).apply(M, jnp.ones(3, 3)),
            "vmap",
            "2",
            "3",
            "inAxes"),
        misuse(
            "vmap of a scalar",
            ShapeException.class,
            () -> vmap(add).apply(M, jnp.array(1.)),
            "vmap",
            "argument 1",
            "scalar",
            "null"),
        misuse(
            "vmap of nothing",
            ShapeException.class,
            () -> vmap(add, inAxes(null, null)).apply(M, M),
            "vmap",
            "at least one"),
        misuse(
            "inAxes of another arity",
            ShapeException.class,
            () -> vmap(add, inAxes(0, 0, 0)),
            "inAxes",
            "3",
            "2"),
        misuse(
            "inAxes out of bounds",
            ShapeException.class,
            () -> vmap(add, inAxes(2, 0)).apply(M, M),
            "inAxes",
            "axis 2"),
        misuse(
            "outAxes out of bounds",
            ShapeException.class,
            () -> vmap(add, outAxes(3)).apply(M, M),
            "outAxes",
            "axis 3"),
        misuse(
            "vmap of a wrong shape",
            ShapeException.class,
            () -> vmap(a -> jnp.dot(a, jnp.ones(4))).apply(M),
            "dot",
            "(3,)",
            "(4,)"),
        misuse(
            "makeJaxpr of another arity",
            TreeException.class,
            () -> jax.makeJaxpr(add, X),
            "makeJaxpr",
            "2",
            "1"));
  }
}
