package jacobean;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.DTypeClass;
import jacobean.type.Promotion;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jnp} about dtypes: their sets, limits and promotion. */
abstract sealed class NumpyTypes extends NumpyVectorized permits NumpyNames {
  /**
   * All dtypes: a set for {@link #issubdtype}. {@code jnp.generic}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.generic) // => true
   * }
   */
  public static final DTypeClass generic = DTypeClass.GENERIC;

  /**
   * The dtypes of numbers: all but bool: a set for {@link #issubdtype}. {@code jnp.number}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.number) // => true
   * }
   */
  public static final DTypeClass number = DTypeClass.NUMBER;

  /**
   * The integers, with a sign and without: a set for {@link #issubdtype}. {@code jnp.integer}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.integer) // => true
   * }
   */
  public static final DTypeClass integer = DTypeClass.INTEGER;

  /**
   * int8 to int64: a set for {@link #issubdtype}. {@code jnp.signedinteger}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.signedinteger) // => true
   * }
   */
  public static final DTypeClass signedinteger = DTypeClass.SIGNEDINTEGER;

  /**
   * uint8 to uint64: a set for {@link #issubdtype}. {@code jnp.unsignedinteger}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.unsignedinteger) // => false
   * }
   */
  public static final DTypeClass unsignedinteger = DTypeClass.UNSIGNEDINTEGER;

  /**
   * The dtypes that derivatives are of, real and complex: a set for {@link #issubdtype}. {@code
   * jnp.inexact}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.inexact) // => false
   * }
   */
  public static final DTypeClass inexact = DTypeClass.INEXACT;

  /**
   * The real floating dtypes: a set for {@link #issubdtype}. {@code jnp.floating}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.floating) // => false
   * }
   */
  public static final DTypeClass floating = DTypeClass.FLOATING;

  /**
   * The complex dtypes: a set for {@link #issubdtype}. {@code jnp.complexfloating}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.int8, jnp.complexfloating) // => false
   * }
   */
  public static final DTypeClass complexfloating = DTypeClass.COMPLEXFLOATING;

  /**
   * float32, by NumPy's older name. {@code jnp.single}.
   *
   * {@snippet :
   * jnp.single // => float32
   * }
   */
  public static final DType single = DType.FLOAT32;

  /**
   * float64, by NumPy's older name. {@code jnp.double}.
   *
   * {@snippet :
   * jnp.double_ // => float64
   * }
   */
  public static final DType double_ = DType.FLOAT64;

  /**
   * complex64, by NumPy's older name. {@code jnp.csingle}.
   *
   * {@snippet :
   * jnp.csingle // => complex64
   * }
   */
  public static final DType csingle = DType.COMPLEX64;

  /**
   * complex128, by NumPy's older name. {@code jnp.cdouble}.
   *
   * {@snippet :
   * jnp.cdouble // => complex128
   * }
   */
  public static final DType cdouble = DType.COMPLEX128;

  /**
   * The dtype of a Java integer: int32. {@code jnp.int_}; JAX's is int64 where 64 bits are enabled.
   *
   * {@snippet :
   * jnp.array(1).dtype() == jnp.int_ // => true
   * }
   */
  public static final DType int_ = DType.INT32;

  /**
   * The unsigned integers as wide as {@link #int_}: uint32. {@code jnp.uint}.
   *
   * {@snippet :
   * jnp.uint // => uint32
   * }
   */
  public static final DType uint = DType.UINT32;

  /**
   * The dtype of a Java double: float32. {@code jnp.float_}.
   *
   * {@snippet :
   * jnp.array(1.).dtype() == jnp.float_ // => true
   * }
   */
  public static final DType float_ = DType.FLOAT32;

  /**
   * The complex dtype with parts as {@link #float_}: complex64. {@code jnp.complex_}.
   *
   * {@snippet :
   * jnp.complex_ // => complex64
   * }
   */
  public static final DType complex_ = DType.COMPLEX64;

  /**
   * The dtype of this name. {@code jnp.dtype}.
   *
   * {@snippet :
   * jnp.dtype("bfloat16") // => bfloat16
   * }
   *
   * @throws DTypeException if there is none
   */
  public static DType dtype(String name) {
    return DType.named(name);
  }

  /**
   * Whether a dtype is one of a set. {@code jnp.issubdtype}.
   *
   * {@snippet :
   * jnp.issubdtype(jnp.float32, jnp.floating) // => true
   * jnp.issubdtype(jnp.int8, jnp.inexact) // => false
   * }
   */
  public static boolean issubdtype(DType type, DTypeClass of) {
    return of.has(type);
  }

  /** Whether two dtypes are the same. */
  public static boolean issubdtype(DType type, DType other) {
    return type == other;
  }

  /** Whether every dtype of a set is in another. */
  public static boolean issubdtype(DTypeClass types, DTypeClass of) {
    return types.isWithin(of);
  }

  /**
   * Whether a dtype is of one of these kinds. {@code jnp.isdtype}.
   *
   * {@snippet :
   * jnp.isdtype(jnp.float32, "real floating") // => true
   * jnp.isdtype(jnp.int8, "bool", "integral") // => true
   * }
   *
   * @param kinds {@code "bool"}, {@code "signed integer"}, {@code "unsigned integer"}, {@code
   *     "integral"}, {@code "real floating"}, {@code "complex floating"} or {@code "numeric"}
   * @throws DTypeException if there is no kind of that name
   */
  public static boolean isdtype(DType type, String... kinds) {
    return Arrays.stream(kinds).anyMatch(k -> isOfKind(type, k));
  }

  /** Whether a dtype is one of these. {@code jnp.isdtype}. */
  public static boolean isdtype(DType type, DType... others) {
    return List.of(others).contains(type);
  }

  private static boolean isOfKind(DType type, String kind) {
    return switch (kind) {
      case "bool" -> type == DType.BOOL;
      case "signed integer" -> type.kind() == DType.Kind.SIGNED;
      case "unsigned integer" -> type.kind() == DType.Kind.UNSIGNED;
      case "integral" -> type.isInteger();
      case "real floating" -> type.isFloating();
      case "complex floating" -> type.isComplex();
      case "numeric" -> type != DType.BOOL;
      default ->
          throw new DTypeException(
              "isdtype: there is no kind '"
                  + kind
                  + "'; wanted bool, signed integer, unsigned integer, integral, real floating,"
                  + " complex floating or numeric.");
    };
  }

  /**
   * The limits of a floating dtype. {@code jnp.finfo}.
   *
   * {@snippet :
   * jnp.finfo(jnp.float32).eps() // => 1.1920928955078125E-7
   * }
   *
   * @throws DTypeException if it is none
   */
  public static FloatInfo finfo(DType type) {
    return FloatInfo.of(type);
  }

  /**
   * The limits of an integer dtype. {@code jnp.iinfo}.
   *
   * {@snippet :
   * jnp.iinfo(jnp.int8).max() // => 127
   * }
   *
   * @throws DTypeException if it is none
   */
  public static IntegerInfo iinfo(DType type) {
    return IntegerInfo.of(type);
  }

  /**
   * Whether every number of a dtype has its like in another. {@code jnp.can_cast}, with NumPy's
   * {@code "safe"}.
   *
   * {@snippet :
   * jnp.canCast(jnp.int16, jnp.float32) // => true
   * jnp.canCast(jnp.int32, jnp.float32) // => false
   * }
   */
  public static boolean canCast(DType from, DType to) {
    return canCast(from, to, "safe");
  }

  /**
   * Whether a dtype may be converted to another. {@code jnp.can_cast}.
   *
   * @param casting {@code "no"} and {@code "equiv"} for the same dtype only, {@code "safe"} where
   *     no number changes, {@code "same_kind"} also to a narrower dtype of the same kind, {@code
   *     "unsafe"} for any
   * @throws DTypeException if there is no such rule
   */
  public static boolean canCast(DType from, DType to, String casting) {
    return switch (casting) {
      case "no", "equiv" -> from == to;
      case "safe" -> isSafe(from, to);
      case "same_kind" -> from == to || from.kind().compareTo(to.kind()) <= 0;
      case "unsafe" -> true;
      default ->
          throw new DTypeException(
              "canCast: there is no rule '"
                  + casting
                  + "'; wanted no, equiv, safe, same_kind or unsafe.");
    };
  }

  private static boolean isSafe(DType from, DType to) {
    if (from == to || from == DType.BOOL) {
      return true;
    }
    if (to == DType.BOOL) {
      return false;
    }
    if (from.isInteger() && to.isInteger()) {
      var given = IntegerInfo.of(from);
      var wanted = IntegerInfo.of(to);
      return wanted.min().compareTo(given.min()) <= 0 && wanted.max().compareTo(given.max()) >= 0;
    }
    if (to.isInteger() || from.isComplex() && !to.isComplex()) {
      return false;
    }
    var wanted = FloatInfo.of(to);
    if (from.isInteger()) {
      // NumPy takes float64 for wide enough for 64-bit integers.
      int digits = 8 * from.itemsize() - (from.kind() == DType.Kind.SIGNED ? 1 : 0);
      return digits <= wanted.nmant() + 1 || to.component() == DType.FLOAT64;
    }
    var given = FloatInfo.of(from);
    return given.nmant() <= wanted.nmant() && given.nexp() <= wanted.nexp();
  }

  /**
   * The dtype that two dtypes promote to. {@code jnp.promote_types}.
   *
   * {@snippet :
   * jnp.promoteTypes(jnp.int16, jnp.float16) // => float16
   * }
   */
  public static DType promoteTypes(DType first, DType second) {
    return Promotion.join(List.of(Aval.of(Shape.SCALAR, first), Aval.of(Shape.SCALAR, second)))
        .dtype();
  }

  /**
   * The dtype of a result that has these operands: arrays, dtypes, and Java numbers, which give
   * way. {@code jnp.result_type}.
   *
   * {@snippet :
   * jnp.resultType(jnp.array(1, 2), 2.5) // => float32
   * jnp.resultType(jnp.float16, 2.5) // => float16
   * }
   *
   * @throws DTypeException if there are no operands
   * @throws jacobean.error.ShapeException if a list is no array: its rows differ in length or depth
   */
  public static DType resultType(Object... operands) {
    if (operands == null || operands.length == 0 || Arrays.asList(operands).contains(null)) {
      throw new DTypeException(
          "resultType: wanted at least one array, dtype or number and no null, got "
              + Arrays.toString(operands)
              + ".");
    }
    return Promotion.join(Arrays.stream(operands).map(NumpyTypes::type).toList()).dtype();
  }

  private static Aval type(Object operand) {
    return switch (operand) {
      case DType d -> Aval.of(Shape.SCALAR, d);
      case Value v -> v.aval();
      case ShapeDtypeStruct s -> s.aval();
      default -> asarray(operand).aval();
    };
  }

  /**
   * Whether something is a single number: a Java number, a bool, or an array without axes. {@code
   * jnp.isscalar}.
   *
   * {@snippet :
   * jnp.isscalar(3.5) // => true
   * jnp.isscalar(jnp.ones(1)) // => false
   * }
   */
  public static boolean isscalar(Object x) {
    return x instanceof Number || x instanceof Boolean || x instanceof Array a && a.ndim() == 0;
  }
}
