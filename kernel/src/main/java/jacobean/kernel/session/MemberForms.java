package jacobean.kernel.session;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Methods written without their parentheses: {@code x.shape} and {@code x.at[i]} of library values,
 * {@code line.w} of records.
 */
final class MemberForms {
  private final Library library;
  private final Complaints complaints;

  MemberForms(Library library, Complaints complaints) {
    this.library = library;
    this.complaints = complaints;
  }

  /** The call that a member without parentheses stands for; {@code type} is that before the dot. */
  Optional<Repair.Call> bare(MemberSelectTree member, TypeMirror type) {
    String name = member.getIdentifier().toString();
    boolean property =
        complaints.about(member, Complaints.NAME)
            && library.notation(type).isPresent()
            && library.methods(type, name).stream()
                .anyMatch(m -> m.getParameters().isEmpty() && !m.isVarArgs());
    boolean component =
        complaints.about(member, Complaints.ACCESS)
            && library.isRecord(type)
            && library.methods(type, name).size() == 1;
    return property || component
        ? Optional.of(new Repair.Call(member.getExpression(), name, List.of()))
        : Optional.empty();
  }

  /** The call that a member with its arguments in brackets stands for. */
  Optional<Repair.Call> bracketed(
      MemberSelectTree member, TypeMirror type, List<? extends Tree> indices) {
    String name = member.getIdentifier().toString();
    boolean found =
        complaints.about(member, Complaints.NAME)
            && library.notation(type).isPresent()
            && library.methods(type, name).stream().anyMatch(m -> !m.getParameters().isEmpty());
    return found
        ? Optional.of(new Repair.Call(member.getExpression(), name, indices))
        : Optional.empty();
  }
}
