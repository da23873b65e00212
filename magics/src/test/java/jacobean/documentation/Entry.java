package jacobean.documentation;

import java.util.List;

/**
 * A documented thing: a type, a method, a constant.
 *
 * @param owner the type that users find it in; its own name for a type
 * @param name as it is called
 * @param place source file and line
 * @param needsExample whether its name has to be in an example
 * @param text what its comment says, without the examples
 * @param examples those of its comment
 * @param faults what is wrong with the comment
 */
record Entry(
    String owner,
    String name,
    String place,
    boolean needsExample,
    String text,
    List<Snippet> examples,
    List<String> faults) {
  boolean isType() {
    return owner.equals(name);
  }
}
