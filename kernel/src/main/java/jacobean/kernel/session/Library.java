package jacobean.kernel.session;

import com.sun.source.tree.Tree;
import jacobean.kernel.spi.Notation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What javac knows about the types in a trial, as far as repairs need it. */
final class Library {
  /** Types with one method that are no functions. */
  private static final Set<String> NO_FUNCTIONS =
      Set.of(
          "java.lang.Iterable",
          "java.lang.AutoCloseable",
          "java.lang.Comparable",
          "java.lang.constant.Constable");

  private final Types types;
  private final Elements elements;
  private final Map<TypeElement, Notation> operands = new LinkedHashMap<>();

  Library(Types types, Elements elements, List<Notation> notations) {
    this.types = types;
    this.elements = elements;
    for (Notation notation : notations) {
      TypeElement operand = elements.getTypeElement(notation.operand());
      if (operand != null) {
        operands.put(operand, notation);
      }
    }
  }

  /** The notation of a library value, or empty for any other type. */
  Optional<Notation> notation(TypeMirror type) {
    if (!declared(type)) {
      return Optional.empty();
    }
    return operands.entrySet().stream()
        .filter(e -> types.isSubtype(types.erasure(type), types.erasure(e.getKey().asType())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** All notations. */
  Collection<Notation> notations() {
    return operands.values();
  }

  /** The type whose notation this is. */
  TypeMirror operand(Notation notation) {
    return elements.getTypeElement(notation.operand()).asType();
  }

  /** True for a type that itself has a notation. */
  boolean isOperand(TypeMirror type) {
    return declared(type) && operands.containsKey(types.asElement(type));
  }

  static boolean declared(TypeMirror type) {
    return type != null
        && (type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR);
  }

  boolean isRecord(TypeMirror type) {
    return declared(type) && types.asElement(bound(type)).getKind() == ElementKind.RECORD;
  }

  static boolean known(TypeMirror type) {
    return type != null
        && type.getKind() != TypeKind.ERROR
        && type.getKind() != TypeKind.NONE
        && type.getKind() != TypeKind.OTHER;
  }

  boolean isString(TypeMirror type) {
    return declared(type) && type.toString().equals("java.lang.String");
  }

  /** The notation of the type that javac calls by this name, simple or qualified. */
  Optional<Notation> notationOf(String name) {
    return operands.values().stream()
        .filter(n -> n.operand().equals(name) || n.operand().endsWith("." + name))
        .findFirst();
  }

  /** The type of a lambda whose parameters have none, by their count. */
  Optional<String> lambdaType(int parameters) {
    return operands.values().stream().map(n -> n.lambda() + parameters).findFirst();
  }

  /** True for a primitive number or a {@link Number}. */
  boolean isNumber(TypeMirror type) {
    return known(type)
        && (type.getKind().isPrimitive()
            ? type.getKind() != TypeKind.BOOLEAN && type.getKind() != TypeKind.CHAR
            : declared(type)
                && types.isSubtype(type, elements.getTypeElement("java.lang.Number").asType()));
  }

  /** True for what the notation's number function makes a library value of. */
  boolean isScalar(TypeMirror type, Notation notation) {
    return isNumber(type) || declared(type) && notation.scalars().contains(type.toString());
  }

  /** True if a value of the one type can stand where the other is wanted. */
  boolean isAssignable(TypeMirror type, TypeMirror wanted) {
    return known(type) && types.isAssignable(type, types.erasure(wanted));
  }

  /** True for a primitive boolean or a Boolean. */
  boolean isBoolean(TypeMirror type) {
    return type != null
        && (type.getKind() == TypeKind.BOOLEAN || type.toString().equals("java.lang.Boolean"));
  }

  /** What a method by this name gives on a receiver; null if there is none or it is not clear. */
  TypeMirror returnType(TypeMirror receiver, String name, int arity) {
    TypeMirror result = null;
    for (ExecutableElement method : methods(receiver, name)) {
      if (method.getParameters().size() != arity && !method.isVarArgs()) {
        continue;
      }
      TypeMirror here = ((ExecutableType) member(receiver, method)).getReturnType();
      if (result != null && !types.isSameType(result, here)) {
        return null;
      }
      result = here;
    }
    return result;
  }

  private TypeMirror member(TypeMirror receiver, ExecutableElement method) {
    return bound(receiver) instanceof DeclaredType type
        ? types.asMemberOf(type, method)
        : method.asType();
  }

  private TypeMirror bound(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR ? types.erasure(type) : type;
  }

  /** The methods of a type, inherited ones too. */
  List<ExecutableElement> methods(TypeMirror type, String name) {
    if (!declared(type) || !(types.asElement(bound(type)) instanceof TypeElement element)) {
      return List.of();
    }
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(m -> m.getSimpleName().contentEquals(name))
        .toList();
  }

  /** True if a method of that name takes a boolean as this argument, or if there is none. */
  boolean takesBoolean(TypeMirror type, String name, int argument) {
    List<ExecutableElement> methods = methods(type, name);
    return methods.isEmpty()
        || methods.stream()
            .map(ExecutableElement::getParameters)
            .filter(parameters -> argument < parameters.size())
            .map(parameters -> parameters.get(argument).asType())
            .anyMatch(
                parameter ->
                    parameter.getKind() == TypeKind.BOOLEAN
                        || parameter.getKind() == TypeKind.TYPEVAR
                        || Set.of("java.lang.Boolean", "java.lang.Object")
                            .contains(parameter.toString()));
  }

  /**
   * {@link #functionalMethod(TypeMirror)}, where it takes so many arguments.
   *
   * @param arguments -1 for any number
   */
  Optional<String> functionalMethod(TypeMirror type, int arguments) {
    return functionalMethod(type)
        .filter(
            name ->
                arguments < 0
                    || methods(type, name).stream()
                        .anyMatch(m -> m.getParameters().size() == arguments));
  }

  /** The one abstract method of a functional type, or of the functional interface of a class. */
  Optional<String> functionalMethod(TypeMirror type) {
    if (!declared(type)
        || !(types.asElement(bound(type)) instanceof TypeElement element)
        || NO_FUNCTIONS.contains(element.getQualifiedName().toString())) {
      return Optional.empty();
    }
    if (element.getKind() == ElementKind.INTERFACE) {
      List<String> names = abstractMethods(element);
      if (names.size() == 1) {
        return Optional.of(names.getFirst());
      }
    }
    List<String> inherited = new ArrayList<>();
    for (TypeMirror parent : types.directSupertypes(bound(type))) {
      functionalMethod(parent).filter(n -> !inherited.contains(n)).ifPresent(inherited::add);
    }
    return inherited.size() == 1 ? Optional.of(inherited.getFirst()) : Optional.empty();
  }

  private List<String> abstractMethods(TypeElement element) {
    List<String> names = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(element))) {
      boolean ofObject =
          elements.getTypeElement("java.lang.Object").getEnclosedElements().stream()
              .anyMatch(o -> o.getSimpleName().equals(method.getSimpleName()));
      if (method.getModifiers().contains(Modifier.ABSTRACT) && !ofObject) {
        names.add(method.getSimpleName().toString());
      }
    }
    return names;
  }

  /** A static field of a class by its qualified name. */
  Optional<TypeMirror> field(String owner, String name) {
    TypeElement element = elements.getTypeElement(owner);
    return element == null ? Optional.empty() : field(element, name);
  }

  /** A field of a type, inherited ones too. */
  Optional<TypeMirror> field(TypeMirror type, String name) {
    return declared(type) && types.asElement(bound(type)) instanceof TypeElement element
        ? field(element, name)
        : Optional.empty();
  }

  private Optional<TypeMirror> field(TypeElement element, String name) {
    return ElementFilter.fieldsIn(elements.getAllMembers(element)).stream()
        .filter(f -> f.getSimpleName().contentEquals(name))
        .map(Element::asType)
        .findFirst();
  }

  /** The sign of an operator's tree, without the {@code =} of a compound assignment. */
  static String sign(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT, UNARY_PLUS -> "+";
      case MINUS, MINUS_ASSIGNMENT, UNARY_MINUS -> "-";
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE, DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER, REMAINDER_ASSIGNMENT -> "%";
      case LESS_THAN -> "<";
      case LESS_THAN_EQUAL -> "<=";
      case GREATER_THAN -> ">";
      case GREATER_THAN_EQUAL -> ">=";
      case EQUAL_TO -> "==";
      case NOT_EQUAL_TO -> "!=";
      case AND, AND_ASSIGNMENT -> "&";
      case OR, OR_ASSIGNMENT -> "|";
      case XOR, XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      case CONDITIONAL_AND -> "&&";
      case CONDITIONAL_OR -> "||";
      case LOGICAL_COMPLEMENT -> "!";
      case BITWISE_COMPLEMENT -> "~";
      default -> "";
    };
  }
}
