package jacobean.llvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jacobean.core.Concrete;
import jacobean.core.Executable;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.reference.ReferenceEngine;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.Random;

/** Programs and arrays for tests, and the comparison of an engine with the reference. */
final class Programs {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1e-40,
    -1e-40,
    1e30,
    -1e30,
    100,
    -100,
    88.5,
    2.5,
    3.5,
    -2.5,
    3e38
  };

  private Programs() {}

  static final LlvmEngine LLVM = new LlvmEngine();
  static final ReferenceEngine REFERENCE = new ReferenceEngine();

  static Aval aval(DType dtype, int... shape) {
    return Aval.of(Shape.of(shape), dtype);
  }

  /** A program of one operation. */
  static Jaxpr single(Primitive primitive, List<Aval> operands) {
    var inputs = operands.stream().map(Jaxpr.Var::new).toList();
    var results = primitive.abstractEval(operands).stream().map(Jaxpr.Var::new).toList();
    return new Jaxpr(
        0,
        inputs,
        List.of(new Jaxpr.Eqn(primitive, List.copyOf(inputs), results)),
        List.copyOf(results));
  }

  /** Numbers of all sorts; for floating types also those that are special. */
  static Concrete random(Random random, Aval aval, boolean special) {
    if (aval.dtype().isComplex()) {
      return HostArray.ofComplex(
              aval, _ -> new Complex(random.nextGaussian(), random.nextGaussian()))
          .toConcrete();
    }
    return (aval.dtype().isFloating()
            ? HostArray.ofReals(
                aval,
                i ->
                    special && random.nextInt(3) == 0
                        ? SPECIAL[random.nextInt(SPECIAL.length)]
                        : random.nextGaussian())
            : HostArray.ofIntegers(
                aval,
                i ->
                    aval.dtype() == DType.BOOL
                        ? random.nextInt(2)
                        : special && random.nextInt(3) == 0
                            ? aval.dtype().wrap(random.nextLong())
                            : random.nextInt(7)))
        .toConcrete();
  }

  /** Runs a program on both engines and compares all results. */
  static void compare(Jaxpr program, List<Concrete> inputs, double tolerance) {
    Executable compiled = LLVM.compile(program);
    List<Concrete> got = compiled.call(inputs);
    List<Concrete> want = REFERENCE.compile(program).call(inputs);
    assertEquals(want.size(), got.size(), "number of results");
    for (int k = 0; k < want.size(); k++) {
      assertEquals(want.get(k).aval(), got.get(k).aval(), "type of result " + k);
      compare(program, compiled, k, got.get(k).host(), want.get(k).host(), tolerance);
    }
  }

  private static void compare(
      Jaxpr program,
      Executable compiled,
      int result,
      HostArray got,
      HostArray want,
      double tolerance) {
    for (long i = 0; i < want.size(); i++) {
      boolean same =
          switch (want.dtype().kind()) {
            case FLOATING -> close(got.real(i), want.real(i), tolerance);
            case COMPLEX -> close(got.complex(i), want.complex(i), tolerance);
            case BOOL, SIGNED, UNSIGNED -> got.integer(i) == want.integer(i);
          };
      if (!same) {
        fail(
            "result %d at %d: got %s, want %s, in%n%s%n%s"
                .formatted(
                    result,
                    i,
                    got.element(i),
                    want.element(i),
                    program,
                    compiled.stages().get("loops")));
      }
    }
  }

  /** As near as numbers of their size; where a part is not finite, part by part. */
  private static boolean close(Complex got, Complex want, double tolerance) {
    return Double.isFinite(want.abs())
        ? got.minus(want).abs() <= tolerance * want.abs()
        : close(got.re(), want.re(), tolerance) && close(got.im(), want.im(), tolerance);
  }

  static boolean close(double got, double want, double tolerance) {
    if (Double.isNaN(want) || Double.isInfinite(want) || Double.isNaN(got)) {
      return Double.compare(got, want) == 0 || (Double.isInfinite(want) && Math.abs(got) > 3e38);
    }
    return Math.abs(got - want) <= tolerance * Math.max(Math.abs(want), tolerance * 1e-30)
        || Math.abs(got - want) <= 1e-44
        || (Math.abs(got) < 1e-37 && Math.abs(want) < 1e-37);
  }
}
