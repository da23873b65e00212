package jacobean;

import jacobean.type.DType;

/** The part of {@link jnp} that is not computed: dtypes and numbers. */
abstract sealed class NumpyConstants permits NumpyCreation {
  /**
   * True and false, a byte each. {@code jnp.bool_}.
   *
   * {@snippet :
   * jnp.array(0., 2.).astype(jnp.bool_) // => [False True]
   * }
   */
  public static final DType bool_ = DType.BOOL;

  /**
   * Integers of 8 bits without a sign, 0 to 255; they wrap. {@code jnp.uint8}.
   *
   * {@snippet :
   * jnp.array(255, 256).astype(jnp.uint8) // => [255 0]
   * }
   */
  public static final DType uint8 = DType.UINT8;

  /**
   * Integers of 16 bits without a sign, 0 to 65535. {@code jnp.uint16}.
   *
   * {@snippet :
   * jnp.array(-1).astype(jnp.uint16) // => 65535
   * }
   */
  public static final DType uint16 = DType.UINT16;

  /**
   * Integers of 32 bits without a sign; what keys are made of. {@code jnp.uint32}.
   *
   * {@snippet :
   * random.PRNGKey(0).dtype() // => uint32
   * }
   */
  public static final DType uint32 = DType.UINT32;

  /**
   * Integers of 64 bits without a sign. {@code jnp.uint64}.
   *
   * {@snippet :
   * jnp.array(-1).astype(jnp.uint64) // => 18446744073709551615
   * }
   */
  public static final DType uint64 = DType.UINT64;

  /**
   * Integers of 8 bits, -128 to 127; they wrap. {@code jnp.int8}.
   *
   * {@snippet :
   * jnp.array(127, 128).astype(jnp.int8) // => [127 -128]
   * }
   */
  public static final DType int8 = DType.INT8;

  /**
   * Integers of 16 bits, -32768 to 32767. {@code jnp.int16}.
   *
   * {@snippet :
   * jnp.array(40000).astype(jnp.int16) // => -25536
   * }
   */
  public static final DType int16 = DType.INT16;

  /**
   * Integers of 32 bits, the dtype of Java integers. {@code jnp.int32}.
   *
   * {@snippet :
   * jnp.array(1, 2).dtype() // => int32
   * }
   */
  public static final DType int32 = DType.INT32;

  /**
   * Integers of 64 bits; only where named. {@code jnp.int64}.
   *
   * {@snippet :
   * jnp.array(List.of(1L << 40), jnp.int64) // => [1099511627776]
   * }
   */
  public static final DType int64 = DType.INT64;

  /**
   * Floating numbers of 16 bits: 3 digits, up to 65504. {@code jnp.float16}.
   *
   * {@snippet :
   * jnp.array(0.1, 70000).astype(jnp.float16) // => [0.1 inf]
   * }
   */
  public static final DType float16 = DType.FLOAT16;

  /**
   * Floating numbers of 16 bits with the range of float32 and 2 to 3 digits. {@code jnp.bfloat16}.
   *
   * {@snippet :
   * jnp.array(0.1, 70000).astype(jnp.bfloat16) // => [0.100098 70144]
   * }
   */
  public static final DType bfloat16 = DType.BFLOAT16;

  /**
   * Floating numbers of 32 bits, the dtype of Java doubles. {@code jnp.float32}.
   *
   * {@snippet :
   * jnp.array(0.1).dtype() // => float32
   * }
   */
  public static final DType float32 = DType.FLOAT32;

  /**
   * Floating numbers of 64 bits; only where named. {@code jnp.float64}.
   *
   * {@snippet :
   * jnp.array(List.of(0.1), jnp.float64).times(3) // => [0.3]
   * }
   */
  public static final DType float64 = DType.FLOAT64;

  /**
   * Complex numbers of two float32. {@code jnp.complex64}.
   *
   * {@snippet :
   * jnp.complex(1, 2).dtype() // => complex64
   * }
   */
  public static final DType complex64 = DType.COMPLEX64;

  /**
   * Complex numbers of two float64. {@code jnp.complex128}.
   *
   * {@snippet :
   * jnp.complex(1, 2).astype(jnp.complex128).dtype() // => complex128
   * }
   */
  public static final DType complex128 = DType.COMPLEX128;

  /**
   * The ratio of a circle's circumference to its diameter. {@code jnp.pi}.
   *
   * {@snippet :
   * jnp.sin(jnp.array(jnp.pi / 2)) // => 1.0
   * }
   */
  public static final double pi = Math.PI;

  /**
   * Euler's number. {@code jnp.e}.
   *
   * {@snippet :
   * jnp.array(jnp.e) // => 2.7182817
   * }
   */
  public static final double e = Math.E;

  /**
   * Infinity. {@code jnp.inf}.
   *
   * {@snippet :
   * jnp.array(-jnp.inf, 1).max() // => 1.0
   * }
   */
  public static final double inf = Double.POSITIVE_INFINITY;

  /**
   * Not a number. {@code jnp.nan}.
   *
   * {@snippet :
   * jnp.array(jnp.nan).eq(jnp.nan) // => False
   * }
   */
  public static final double nan = Double.NaN;

  /**
   * For indexes: a new axis of length 1, {@code x.get(":", jnp.newaxis)}. {@code jnp.newaxis}.
   *
   * {@snippet :
   * jnp.arange(3).get(":", jnp.newaxis).shape() // => (3, 1)
   * }
   */
  public static final String newaxis = "None";
}
