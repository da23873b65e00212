package user;

import static user.Misuse.M;
import static user.Misuse.X;
import static user.Misuse.misuse;

import jacobean.error.DTypeException;
import jacobean.error.IndexException;
import jacobean.error.ShapeException;
import jacobean.jnp;
import jacobean.random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of wrong dtypes and indexes. */
class ValueErrorsTest {
  static Stream<Misuse> misuses() {
    return Stream.of(dtypes(), indexes()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Misuse m) {
    m.check();
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
}
