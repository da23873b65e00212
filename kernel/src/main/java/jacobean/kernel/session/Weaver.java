package jacobean.kernel.session;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Prepares the bytes of a snippet class: stop checks at method entries and backward branches, so
 * that {@code while (true) {}} can be interrupted; no way to end the process; a source file and
 * line numbers that say {@code In [n]} and the cell's own line, for stack traces and for libraries
 * that walk the stack.
 */
final class Weaver {
  private static final ClassDesc HOOKS = ClassDesc.of(CellHooks.class.getName());
  private static final MethodTypeDesc CHECK = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final MethodTypeDesc EXIT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc RUNTIME_EXIT =
      MethodTypeDesc.of(
          ConstantDescs.CD_void, ClassDesc.of("java.lang.Runtime"), ConstantDescs.CD_int);

  private final ClassFile classFile;

  Weaver(ClassLoader snippets) {
    // Frames are computed anew; a class that cannot be found counts as an Object rather than
    // failing the cell.
    classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.defaultResolver()
                    .orElse(
                        ClassHierarchyResolver.ofResourceParsing(
                            name -> snippets.getResourceAsStream(resource(name))))
                    .orElse(
                        name ->
                            ClassHierarchyResolver.ClassHierarchyInfo.ofClass(
                                ConstantDescs.CD_Object))
                    .cached()));
  }

  private static String resource(ClassDesc name) {
    String descriptor = name.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }

  /**
   * Weaves one class.
   *
   * @param sourceFile what stack frames show, such as {@code In [3]}
   * @param line maps a line of the compiled source to the cell's line, or to 0 for none
   */
  byte[] weave(byte[] bytes, String sourceFile, IntUnaryOperator line) {
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (ClassBuilder out, ClassElement element) -> {
          switch (element) {
            case MethodModel method when method.code().isPresent() ->
                out.transformMethod(
                    method,
                    (methodOut, part) -> {
                      if (part instanceof java.lang.classfile.CodeModel code) {
                        methodOut.transformCode(code, checks(line));
                      } else {
                        methodOut.with(part);
                      }
                    });
            case SourceFileAttribute _ -> out.with(SourceFileAttribute.of(sourceFile));
            default -> out.with(element);
          }
        });
  }

  /** The line of the class declaration itself, which its constructor carries; 0 if unknown. */
  int classLine(byte[] bytes) {
    for (MethodModel method : classFile.parse(bytes).methods()) {
      if (method.methodName().equalsString("<init>") && method.code().isPresent()) {
        for (CodeElement element : method.code().get()) {
          if (element instanceof LineNumber number) {
            return number.line();
          }
        }
      }
    }
    return 0;
  }

  private static CodeTransform checks(IntUnaryOperator line) {
    return CodeTransform.ofStateful(() -> new Checks(line));
  }

  private static final class Checks implements CodeTransform {
    private final IntUnaryOperator line;
    private final Set<Label> passed = new HashSet<>();

    Checks(IntUnaryOperator line) {
      this.line = line;
    }

    @Override
    public void atStart(CodeBuilder out) {
      out.invokestatic(HOOKS, "check", CHECK);
    }

    @Override
    public void accept(CodeBuilder out, CodeElement element) {
      switch (element) {
        case LabelTarget target -> {
          passed.add(target.label());
          out.with(element);
        }
        case BranchInstruction branch -> {
          if (passed.contains(branch.target())) {
            out.invokestatic(HOOKS, "check", CHECK);
          }
          out.with(element);
        }
        case InvokeInstruction call when ends(call, "java/lang/System", "exit") ->
            out.invokestatic(HOOKS, "exit", EXIT);
        case InvokeInstruction call
            when ends(call, "java/lang/Runtime", "exit")
                || ends(call, "java/lang/Runtime", "halt") ->
            out.invokestatic(HOOKS, "exit", RUNTIME_EXIT);
        case LineNumber number -> {
          int mapped = line.applyAsInt(number.line());
          if (mapped > 0) {
            out.lineNumber(mapped);
          }
        }
        default -> out.with(element);
      }
    }

    private static boolean ends(InvokeInstruction call, String owner, String name) {
      return call.owner().asInternalName().equals(owner) && call.name().equalsString(name);
    }
  }
}
