package user;

import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.outAxes;
import static jacobean.jax.staticArgnums;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.DTypeException;
import jacobean.error.GradException;
import jacobean.error.IndexException;
import jacobean.error.JacobeanException;
import jacobean.error.ShapeException;
import jacobean.error.TracerException;
import jacobean.error.TreeException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jax;
import jacobean.jnp;
import jacobean.random;
import jacobean.tree;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad uses, and what is said of them: the operation, what it got, what it wanted, how to mend it.
 * Afterwards everything works as before.
 */
class ErrorsTest {
  private static final Array X = jnp.arange(3.);
  private static final Array M = jnp.ones(2, 3);

  private record Line(Array w, Array b) {}

  private record Weight(double w) {}

  private record Named(Object name, Array w) {}

  /**
   * @param words what the message must hold, in any order
   */
  record Misuse(
      String name, Executable body, Class<? extends JacobeanException> wanted, List<String> words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Misuse misuse(
      String name, Class<? extends JacobeanException> wanted, Executable body, String... words) {
    return new Misuse(name, body, wanted, List.of(words));
  }

  static Stream<Misuse> misuses() {
    return Stream.of(shapes(), dtypes(), indexes(), tracers(), derivatives(), trees(), options())
        .flatMap(List::stream);
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

  private static List<Misuse> dtypes() {
    return List.of(
        misuse(
            "subtract bools",
            DTypeException.class,
            () -> X.gt(0).minus(X.gt(1)),
            "sub",
            "bool",
            "astype",
            "logical"),
        misuse("negate bools", DTypeException.class, () -> X.gt(0).unaryMinus(), "neg", "bool"),
        misuse("and of floats", DTypeException.class, () -> X.and(X), "and", "f32[3]", "astype"),
        misuse(
            "not of floats",
            DTypeException.class,
            () -> jnp.bitwiseNot(X),
            "not",
            "f32[3]",
            "integer"),
        misuse("shift of floats", DTypeException.class, () -> X.shl(1), "shift_left", "f32[3]"),
        misuse(
            "integer to a negative power",
            DTypeException.class,
            () -> jnp.arange(3).pow(-1),
            "integer_pow",
            "-1",
            "i32[3]",
            "astype"),
        misuse(
            "array of text",
            DTypeException.class,
            () -> jnp.array(List.of("a")),
            "array",
            "String",
            "numbers"),
        misuse(
            "asarray of text",
            DTypeException.class,
            () -> jnp.asarray("a"),
            "asarray",
            "String",
            "jnp.array"),
        misuse(
            "large integer",
            DTypeException.class,
            () -> X.plus(1L << 40),
            "1099511627776",
            "int32",
            "int64"),
        misuse(
            "integer normals",
            DTypeException.class,
            () -> random.normal(random.PRNGKey(0), Shape.of(2), DType.INT32),
            "random.normal",
            "int32",
            "floating"));
  }

  private static List<Misuse> indexes() {
    return List.of(
        misuse(
            "out of bounds",
            IndexException.class,
            () -> X.get(3),
            "3",
            "axis 0",
            "(3,)",
            "-3 to 2"),
        misuse("negative out of bounds", IndexException.class, () -> X.get("-4"), "-4", "-3 to 2"),
        misuse("too many", IndexException.class, () -> X.get(0, 0), "(3,)", "1 axes", "2 indexes"),
        misuse("two ellipses", IndexException.class, () -> M.get("..., ..."), "..."),
        misuse("unreadable", IndexException.class, () -> X.get("1:b"), "1:b", "start:stop:step"),
        misuse("four colons", IndexException.class, () -> X.get("::::"), "::::"),
        misuse("empty", IndexException.class, () -> X.get(""), "wanted integers"),
        misuse("step 0", IndexException.class, () -> X.get("::0"), "step", "0", "-1"),
        misuse("a float", IndexException.class, () -> X.get(1.5), "Double", "1.5", "integer"),
        misuse("huge", IndexException.class, () -> X.get(1L << 40), "1099511627776"),
        misuse(
            "set elements that do not fit",
            ShapeException.class,
            () -> X.at("1:").set(jnp.ones(3)),
            "at.set",
            "(3,)",
            "(2,)",
            "broadcast"),
        misuse(
            "add elements that do not fit",
            ShapeException.class,
            () -> X.at(0).add(jnp.ones(1, 2)),
            "at.add",
            "(1, 2)",
            "()"));
  }

  private static Array leaked;

  private static void leak(Executable body) {
    try {
      body.execute();
    } catch (Throwable t) {
      throw new AssertionError(t);
    }
  }

  private static Array store(Array x) {
    leaked = x;
    return x.times(2);
  }

  private static List<Misuse> tracers() {
    Executable byJit = () -> leak(() -> jit(a -> store(a.plus(1))).apply(X));
    return List.of(
        misuse(
            "leak of jit used eagerly",
            TracerException.class,
            () -> {
              byJit.execute();
              leaked.plus(1);
            },
            "add",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit used in another",
            TracerException.class,
            () -> {
              byJit.execute();
              jit(a -> a.plus(leaked)).apply(X);
            },
            "add",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit returned from another",
            TracerException.class,
            () -> {
              byJit.execute();
              jit(a -> leaked).apply(X);
            },
            "result",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit passed to another",
            TracerException.class,
            () -> {
              byJit.execute();
              jit(a -> a.plus(1)).apply(leaked);
            },
            "jit",
            "f32[3]",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit used in grad",
            TracerException.class,
            () -> {
              byJit.execute();
              grad(a -> jnp.sum(a.times(leaked))).apply(X);
            },
            "mul",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit used in vmap",
            TracerException.class,
            () -> {
              byJit.execute();
              vmap(a -> a.times(leaked)).apply(M);
            },
            "mul",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of vmap",
            TracerException.class,
            () -> {
              leak(() -> vmap(a -> store(a)).apply(M));
              leaked.plus(1);
            },
            "add",
            "f32[3]",
            "vmap",
            "Return"),
        misuse(
            "leak of grad",
            TracerException.class,
            () -> {
              leak(() -> grad(a -> jnp.sum(store(a))).apply(X));
              leaked.plus(1);
            },
            "add",
            "f32[3]",
            "grad",
            "Return"),
        misuse(
            "if in jit",
            TracerException.class,
            () -> jit(a -> a.sum().gt(0).toBoolean() ? a : a.times(2)).apply(X),
            "toBoolean",
            "bool[]",
            "jit",
            "jnp.where",
            "static"),
        misuse(
            "if in vmap",
            TracerException.class,
            () -> vmap(a -> a.gt(0).toBoolean() ? a : a.times(2)).apply(X),
            "toBoolean",
            "bool[]",
            "vmap",
            "jnp.where"),
        misuse(
            "item in jit",
            TracerException.class,
            () -> jit(a -> a.times(a.sum().item())).apply(X),
            "item",
            "f32[]",
            "jit"),
        misuse(
            "numbers in jit",
            TracerException.class,
            () -> jit(a -> jnp.array(a.toDoubles())).apply(X),
            "toDoubles",
            "f32[3]",
            "jit"));
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
            DTypeException.class,
            () -> jax.makeJaxpr(add, X),
            "makeJaxpr",
            "2",
            "1"));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Misuse m) {
    var error = assertThrows(m.wanted(), m.body());
    for (var word : m.words()) {
      assertTrue(
          error.getMessage().contains(word),
          () -> "wanted '" + word + "' in: " + error.getMessage());
    }
    worksAsBefore();
  }

  private static void worksAsBefore() {
    var f = jit(x -> jnp.sum(x.times(x)));
    assertEquals("[0. 2. 4.]", grad(f).apply(X).toString());
    assertEquals("[3. 3.]", vmap(f).apply(M).toString());
    assertEquals("[1. 2. 3.]", X.plus(1).toString());
  }
}
