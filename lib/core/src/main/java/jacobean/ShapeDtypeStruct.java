package jacobean;

import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;

/**
 * The shape and dtype of an array without its numbers; a leaf of pytrees. {@code
 * jax.ShapeDtypeStruct}.
 *
 * {@snippet :
 * var like = new ShapeDtypeStruct(Shape.of(2, 3), jnp.float32);
 * like.shape() // => (2, 3)
 * like.dtype() // => float32
 * }
 */
public final class ShapeDtypeStruct {
  private final Aval aval;

  ShapeDtypeStruct(Aval aval) {
    this.aval = aval;
  }

  /** With this shape and dtype. */
  public ShapeDtypeStruct(Shape shape, DType dtype) {
    this(Aval.of(shape, dtype));
  }

  Aval aval() {
    return aval;
  }

  /** The lengths of the axes. */
  public Shape shape() {
    return aval.shape();
  }

  /** The type of the elements. */
  public DType dtype() {
    return aval.dtype();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShapeDtypeStruct s && s.aval.equals(aval);
  }

  @Override
  public int hashCode() {
    return aval.hashCode();
  }

  @Override
  public String toString() {
    return "ShapeDtypeStruct(shape="
        + shape()
        + ", dtype="
        + dtype()
        + (aval.weak() ? ", weak_type=True)" : ")");
  }
}
