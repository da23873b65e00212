package user;

import static user.Misuse.M;
import static user.Misuse.X;
import static user.Misuse.misuse;

import jacobean.error.ShapeException;
import jacobean.jnp;
import jacobean.random;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of shapes and axes that do not fit. */
class ShapeErrorsTest {
  static Stream<Misuse> misuses() {
    return shapes().stream();
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Misuse m) {
    m.check();
  }

  private static List<Misuse> shapes() {
    return List.of(
        misuse(
            "add",
            ShapeException.class,
            () -> X.plus(jnp.ones(4)),
            "add",
            "(3,)",
            "(4,)",
            "broadcast",
            "reshape"),
        misuse(
            "where",
            ShapeException.class,
            () -> jnp.where(X.gt(0), M, jnp.ones(5)),
            "where",
            "(2, 3)",
            "(5,)"),
        misuse(
            "dot",
            ShapeException.class,
            () -> jnp.dot(X, jnp.ones(4)),
            "dot",
            "(3,)",
            "(4,)",
            "3",
            "4",
            "Transpose"),
        misuse("matmul", ShapeException.class, () -> M.matmul(M), "matmul", "(2, 3)", "equal"),
        misuse(
            "matmul of a scalar",
            ShapeException.class,
            () -> M.matmul(jnp.array(1.)),
            "matmul",
            "f32[]",
            "times"),
        misuse(
            "matmul of stacks",
            ShapeException.class,
            () -> jnp.matmul(jnp.ones(2, 3, 4), jnp.ones(5, 4, 3)),
            "matmul",
            "(2,)",
            "(5,)"),
        misuse(
            "reshape",
            ShapeException.class,
            () -> M.reshape(4, 2),
            "reshape",
            "(4, 2)",
            "f32[2,3]",
            "6",
            "8"),
        misuse(
            "reshape two unknowns",
            ShapeException.class,
            () -> M.reshape(-1, -1),
            "reshape",
            "[-1, -1]",
            "one length may be -1"),
        misuse(
            "reshape indivisible",
            ShapeException.class,
            () -> M.reshape(-1, 4),
            "reshape",
            "[-1, 4]",
            "divide"),
        misuse(
            "concatenate",
            ShapeException.class,
            () -> jnp.concatenate(List.of(M, X)),
            "concatenate",
            "f32[2,3]",
            "f32[3]",
            "axis 0"),
        misuse(
            "concatenate lengths",
            ShapeException.class,
            () -> jnp.concatenate(List.of(M, jnp.ones(2, 4)), 0),
            "concatenate",
            "f32[2,4]"),
        misuse(
            "concatenate nothing",
            ShapeException.class,
            () -> jnp.concatenate(List.of()),
            "concatenate",
            "at least one"),
        misuse(
            "concatenate scalars",
            ShapeException.class,
            () -> jnp.concatenate(List.of(jnp.array(1.), jnp.array(2.))),
            "concatenate",
            "axis 0",
            "0 axes"),
        misuse(
            "stack",
            ShapeException.class,
            () -> jnp.stack(List.of(X, jnp.ones(2))),
            "stack",
            "(3,)",
            "(2,)"),
        misuse("split", ShapeException.class, () -> jnp.split(X, 2, 0), "split", "f32[3]", "2"),
        misuse(
            "axis out of bounds",
            ShapeException.class,
            () -> jnp.sum(M, 2),
            "sum",
            "axis 2",
            "2 axes",
            "-2 to 1"),
        misuse(
            "negative axis out of bounds",
            ShapeException.class,
            () -> jnp.max(M, -3),
            "max",
            "axis -3"),
        misuse("axis twice", ShapeException.class, () -> jnp.mean(M, 0, -2), "mean", "twice"),
        misuse(
            "max of nothing",
            ShapeException.class,
            () -> jnp.max(jnp.zeros(0)),
            "max",
            "f32[0]",
            "empty"),
        misuse(
            "argmax of nothing",
            ShapeException.class,
            () -> jnp.argmax(jnp.zeros(0)),
            "argmax",
            "empty"),
        misuse(
            "transpose",
            ShapeException.class,
            () -> jnp.transpose(M, 0, 0),
            "transpose",
            "(0, 0)",
            "f32[2,3]"),
        misuse(
            "squeeze",
            ShapeException.class,
            () -> jnp.squeeze(M, 0),
            "squeeze",
            "axis 0",
            "length 2"),
        misuse(
            "broadcastTo",
            ShapeException.class,
            () -> jnp.broadcastTo(M, 3),
            "broadcastTo",
            "f32[2,3]",
            "(3,)"),
        misuse(
            "expandDims", ShapeException.class, () -> jnp.expandDims(X, 3), "expandDims", "axis 3"),
        misuse(
            "ragged",
            ShapeException.class,
            () -> jnp.array(new double[][] {{1, 2}, {3}}),
            "array",
            "2",
            "1",
            "Pad"),
        misuse("negative shape", ShapeException.class, () -> jnp.zeros(-1), "-1", "negative"),
        misuse(
            "negative linspace",
            ShapeException.class,
            () -> jnp.linspace(0, 1, -1),
            "linspace",
            "-1"),
        misuse(
            "arange without step",
            ShapeException.class,
            () -> jnp.arange(0., 1., 0.),
            "arange",
            "step"),
        misuse(
            "item of many",
            ShapeException.class,
            () -> X.item(),
            "item",
            "f32[3]",
            "one element",
            "jnp.sum"),
        misuse(
            "condition of many",
            ShapeException.class,
            () -> X.gt(0).toBoolean(),
            "toBoolean",
            "bool[3]",
            "jnp.all",
            "jnp.any"),
        misuse(
            "key of a wrong shape",
            ShapeException.class,
            () -> random.normal(X, 2),
            "random",
            "f32[3]",
            "PRNGKey"),
        misuse(
            "split of keys",
            ShapeException.class,
            () -> random.split(random.splitArray(random.PRNGKey(0), 3)),
            "random.split",
            "u32[3,2]",
            "vmap"));
  }
}
