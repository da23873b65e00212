package jacobean.pytree;

/** A leaf that can stand where a record has a number, such as an array of one element. */
public interface NumericLeaf {
  /** Its number. */
  Number number();
}
