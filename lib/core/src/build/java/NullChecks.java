import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Signature;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A step of the build: puts {@code Given.one(x, "sin", "x", "Array")} at the head of every public
 * method and constructor of the facade, records' among them, for each argument that must not be
 * null. None of a thousand functions needs a line for it, and none is forgotten.
 *
 * <p>What is declared as an Object or a type variable may be null, as it may be a pytree, in which
 * null is JAX's None; so may parameters marked {@code @OrNull}. Elements of arrays and lists are
 * looked at too, where their type is one that must not be null.
 *
 * <p>{@code java NullChecks.java FOLDER} does it to the classes of a build, to each once.
 */
final class NullChecks {
  private static final ClassDesc GIVEN = ClassDesc.of("jacobean.Given");
  private static final String ONE = "one";
  private static final String ALL = "all";
  private static final String OR_NULL = "Ljacobean/OrNull;";
  private static final MethodTypeDesc CHECK =
      MethodTypeDesc.of(CD_void, CD_Object, CD_String, CD_String, CD_String);

  /**
   * An argument that must be there.
   *
   * @param elements whether it has elements that must be there, too
   */
  private record Wanted(int slot, String name, String type, boolean elements) {}

  private NullChecks() {}

  static void main(String[] args) throws IOException {
    var classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver(Path.of(args[0]))));
    try (var files = Files.list(Path.of(args[0], "jacobean"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        var model = classFile.parse(file);
        if (!isDone(model)) {
          Files.write(file, classFile.transformClass(model, checks(model)));
        }
      }
    }
  }

  /** What a class extends is needed for the frames of methods with branches. */
  private static ClassHierarchyResolver resolver(Path classes) {
    return ClassHierarchyResolver.ofResourceParsing(
            type -> {
              var name = type.descriptorString().replaceAll("^L|;$", "") + ".class";
              try {
                return Files.newInputStream(classes.resolve(name));
              } catch (IOException e) {
                return null;
              }
            })
        .orElse(ClassHierarchyResolver.defaultResolver())
        .cached();
  }

  /** Whether it was not compiled again since; none calls these two functions by itself. */
  private static boolean isDone(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .anyMatch(
            e -> e instanceof MemberRefEntry m && m.owner().matches(GIVEN) && isCheck(m.name()));
  }

  private static boolean isCheck(Utf8Entry name) {
    return name.equalsString(ONE) || name.equalsString(ALL);
  }

  private static ClassTransform checks(ClassModel model) {
    return (out, element) -> {
      if (element instanceof MethodModel m && isUsers(m)) {
        var checks = checks(name(m, model), wanted(m));
        out.transformMethod(m, MethodTransform.transformingCode(checks));
      } else {
        out.with(element);
      }
    };
  }

  /** Whether users call it; not what a compiler made, as the bridge to a method. */
  private static boolean isUsers(MethodModel m) {
    return m.code().isPresent()
        && m.flags().has(AccessFlag.PUBLIC)
        && !m.flags().has(AccessFlag.SYNTHETIC);
  }

  /** As a message calls it; a factory or constructor by its class. */
  private static String name(MethodModel m, ClassModel model) {
    var name = m.methodName().stringValue();
    var type = simple(model.thisClass().asInternalName());
    return name.equals("<init>") ? type : name.equals("of") ? type + ".of" : name;
  }

  private static String simple(String className) {
    return className.replaceAll(".*[/$]", "");
  }

  private static List<Wanted> wanted(MethodModel m) {
    var names = m.findAttribute(Attributes.methodParameters());
    var marks = m.findAttribute(Attributes.runtimeInvisibleParameterAnnotations());
    var types =
        m.findAttribute(Attributes.signature())
            .map(s -> s.asMethodSignature())
            .orElseGet(() -> MethodSignature.of(m.methodTypeSymbol()))
            .arguments();
    var wanted = new ArrayList<Wanted>();
    int slot = m.flags().has(AccessFlag.STATIC) ? 0 : 1;
    for (int i = 0; i < types.size(); i++) {
      var type = types.get(i);
      int at = i;
      boolean mayBeNull =
          marks.stream()
              .flatMap(a -> a.parameterAnnotations().get(at).stream())
              .anyMatch(a -> a.className().equalsString(OR_NULL));
      if (!mayBeNull && isWanted(type)) {
        var name = names.orElseThrow().parameters().get(i).name().orElseThrow().stringValue();
        wanted.add(new Wanted(slot, name, text(type), hasElements(type)));
      }
      slot += TypeKind.from(m.methodTypeSymbol().parameterType(i)).slotSize();
    }
    return wanted;
  }

  /** Whether it is an object that is no pytree and no array of pytrees. */
  private static boolean isWanted(Signature type) {
    return switch (type) {
      case Signature.BaseTypeSig _, Signature.TypeVarSig _ -> false;
      case Signature.ArrayTypeSig a ->
          a.componentSignature() instanceof Signature.BaseTypeSig
              || isWanted(a.componentSignature());
      case Signature.ClassTypeSig c -> !c.classDesc().equals(CD_Object);
    };
  }

  private static boolean hasElements(Signature type) {
    return switch (type) {
      case Signature.ArrayTypeSig a -> isWanted(a.componentSignature());
      case Signature.ClassTypeSig c ->
          c.className().equals("java/util/List")
              && c.typeArgs().getFirst() instanceof Signature.TypeArg.Bounded b
              && isWanted(b.boundType());
      case Signature.BaseTypeSig _, Signature.TypeVarSig _ -> false;
    };
  }

  /** As a programmer writes it. */
  private static String text(Signature type) {
    return switch (type) {
      case Signature.BaseTypeSig b ->
          ClassDesc.ofDescriptor(String.valueOf(b.baseType())).displayName();
      case Signature.TypeVarSig t -> t.identifier();
      case Signature.ArrayTypeSig a -> text(a.componentSignature()) + "[]";
      case Signature.ClassTypeSig c ->
          simple(c.className())
              + (c.typeArgs().isEmpty()
                  ? ""
                  : c.typeArgs().stream()
                      .map(NullChecks::text)
                      .collect(Collectors.joining(", ", "<", ">")));
    };
  }

  private static String text(Signature.TypeArg argument) {
    return switch (argument) {
      case Signature.TypeArg.Unbounded _ -> "?";
      case Signature.TypeArg.Bounded b -> text(b.boundType());
    };
  }

  /** After the first line number, so that a trace shows the line where the method begins. */
  private static CodeTransform checks(String operation, List<Wanted> wanted) {
    return CodeTransform.ofStateful(
        () ->
            new CodeTransform() {
              private boolean done;

              @Override
              public void accept(CodeBuilder out, CodeElement element) {
                out.with(element);
                if (!done && element instanceof LineNumber) {
                  done = true;
                  wanted.forEach(w -> check(out, operation, w));
                }
              }
            });
  }

  private static void check(CodeBuilder out, String operation, Wanted w) {
    out.aload(w.slot)
        .ldc(operation)
        .ldc(w.name)
        .ldc(w.type)
        .invokestatic(GIVEN, w.elements ? ALL : ONE, CHECK);
  }
}
