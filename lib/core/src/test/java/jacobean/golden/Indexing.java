package jacobean.golden;

import jacobean.Array;
import jacobean.At;

/**
 * Indexing as functions, for the goldens: {@code x[...]} and {@code x.at[...]} with their modes.
 */
public final class Indexing {
  private Indexing() {}

  public static Array get(Array x, String index) {
    return x.get(index);
  }

  public static Array getEntries(Array x, Object[] index) {
    return x.get(index);
  }

  public static Array atGet(Array x, Object[] index, String mode) {
    return at(x, index, mode).get();
  }

  public static Array atGet(Array x, Object[] index, String mode, Number fillValue) {
    return at(x, index, mode).fillValue(fillValue).get();
  }

  public static Array atSet(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).set(value);
  }

  public static Array atSet(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).set(value);
  }

  public static Array atAdd(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).add(value);
  }

  public static Array atAdd(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).add(value);
  }

  public static Array atSubtract(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).subtract(value);
  }

  public static Array atSubtract(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).subtract(value);
  }

  public static Array atMultiply(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).multiply(value);
  }

  public static Array atMultiply(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).multiply(value);
  }

  public static Array atDivide(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).divide(value);
  }

  public static Array atDivide(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).divide(value);
  }

  public static Array atPower(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).power(value);
  }

  public static Array atPower(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).power(value);
  }

  public static Array atMin(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).min(value);
  }

  public static Array atMin(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).min(value);
  }

  public static Array atMax(Array x, Object[] index, Number value, String mode) {
    return at(x, index, mode).max(value);
  }

  public static Array atMax(Array x, Object[] index, Array value, String mode) {
    return at(x, index, mode).max(value);
  }

  private static At at(Array x, Object[] index, String mode) {
    var at = x.at(index);
    return mode.equals("none") ? at : at.mode(mode);
  }
}
