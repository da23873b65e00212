package jacobean.llvm.math;

import jacobean.llvm.capi.Llvm;
import jacobean.llvm.capi.NativeCode;
import jacobean.llvm.natives.CCall;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A function of the library, compiled into a loop over arrays, to be tested as programs use it. */
record CompiledFunction(String name, Type type, NativeCode code, String assembly) {
  static CompiledFunction of(String name, Type type) throws IOException {
    Llvm llvm = Llvm.get();
    var library = new MathLibrary(llvm.target().hasFma());
    Code c = Code.of(true);
    List<Val> args = new ArrayList<>();
    for (int k = 0; k < MathLibrary.arity(name); k++) {
      Val at = c.write(Type.PTR, "getelementptr " + type + ", ptr %in" + k + ", i64 %i");
      args.add(c.write(type, "load " + type + ", ptr " + at));
    }
    Val y = library.call(c, name, args);
    String ir =
        """
        define void @jacobean_entry(i64 %%n, ptr noalias %%out, ptr noalias %%in0, ptr noalias %%in1) {
        entry:
          br label %%loop
        loop:
          %%i = phi i64 [ 0, %%entry ], [ %%next, %%loop ]
        %s
          %%to = getelementptr %s, ptr %%out, i64 %%i
          store %s, ptr %%to
          %%next = add i64 %%i, 1
          %%done = icmp eq i64 %%next, %%n
          br i1 %%done, label %%exit, label %%loop
        exit:
          ret void
        }
        """
                .formatted(c.text(), type, y.typed())
            + library.text();
    return new CompiledFunction(name, type, llvm.load(ir), llvm.optimizer().assembly(ir));
  }

  /** The values at the elements of one or two arrays. */
  double[] apply(double[]... in) {
    int n = in[0].length;
    long width = type.bits() / 8;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(n * width, 64);
      List<MemorySegment> copies = new ArrayList<>();
      for (double[] values : in) {
        MemorySegment copy = arena.allocate(n * width, 64);
        for (int i = 0; i < n; i++) {
          set(copy, i, values[i]);
        }
        copies.add(copy);
      }
      CCall.call(
          code.entry(), n, out.address(), copies.getFirst().address(), copies.getLast().address());
      double[] result = new double[n];
      for (int i = 0; i < n; i++) {
        result[i] =
            type == Type.F32
                ? out.getAtIndex(ValueLayout.JAVA_FLOAT, i)
                : out.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
      }
      return result;
    }
  }

  private void set(MemorySegment to, int i, double value) {
    if (type == Type.F32) {
      to.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
    } else {
      to.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
    }
  }

  /** The mnemonics of vector instructions on packed floats that the loop has. */
  String packedInstructions() {
    return assembly
        .lines()
        .map(String::strip)
        .filter(l -> l.matches("(v\\w+ps|f\\w+\\s+v\\d+\\.4s)\\b.*"))
        .map(l -> l.split("\\s")[0])
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
