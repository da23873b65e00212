package jacobean.kernel.session;

import jacobean.kernel.spi.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Which arguments of a call are numbers where its method wants library values. */
final class Scalars {
  private final Library library;

  Scalars(Library library) {
    this.library = library;
  }

  /**
   * The arguments to convert, by their index, for the overload that needs the fewest; empty if none
   * fits, or one fits as it is.
   *
   * @param overloads parameter types, as many as there are arguments
   */
  List<Integer> among(
      List<? extends TypeMirror> arguments, List<List<? extends TypeMirror>> overloads) {
    Optional<List<Integer>> fewest = Optional.empty();
    for (List<? extends TypeMirror> parameters : overloads) {
      List<Integer> converted = new ArrayList<>();
      boolean fits = true;
      for (int i = 0; i < parameters.size(); i++) {
        Optional<Notation> wanted = library.notation(parameters.get(i));
        if (wanted.isPresent() && library.isScalar(arguments.get(i), wanted.get())) {
          converted.add(i);
        } else {
          fits &= library.isAssignable(arguments.get(i), parameters.get(i));
        }
      }
      if (fits && (fewest.isEmpty() || converted.size() < fewest.get().size())) {
        fewest = Optional.of(converted);
      }
    }
    return fewest.orElse(List.of());
  }
}
