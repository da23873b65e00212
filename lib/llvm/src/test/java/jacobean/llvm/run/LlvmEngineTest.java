package jacobean.llvm.run;

import static jacobean.llvm.run.Programs.aval;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.core.Concrete;
import jacobean.core.Engines;
import jacobean.core.Executable;
import jacobean.core.Jaxpr;
import jacobean.op.Arithmetic;
import jacobean.op.Exponential;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What the engine does beside computing: passing through, sharing, showing its stages. */
class LlvmEngineTest {
  private static final DType F32 = DType.FLOAT32;

  @Test
  void isThePreferredEngine() {
    assertEquals("llvm", Engines.available().getFirst().name());
    assertEquals("CpuDevice(id=0)", Programs.LLVM.devices().getFirst().toString());
  }

  @Test
  void inputsConstantsAndTwiceTheSameMayBeResults() {
    var x = new Jaxpr.Var(aval(F32, 3));
    var y = new Jaxpr.Var(aval(F32, 3));
    var constant = new Jaxpr.Literal(Concrete.scalar(F32, false, 7));
    var program =
        new Jaxpr(
            0,
            List.of(x),
            List.of(new Jaxpr.Eqn(new Arithmetic.Neg(), List.of(x), List.of(y))),
            List.of(x, y, constant, y));
    Concrete input = Programs.random(new Random(1), x.aval(), false);
    List<Concrete> results = Programs.LLVM.compile(program).call(List.of(input));
    assertSame(input, results.get(0));
    assertEquals(7, results.get(2).host().real(0));
    assertEquals(-input.host().real(2), results.get(3).host().real(2));
    Programs.compare(program, List.of(input), 0);
  }

  @Test
  void aSoftmaxIsThreeKernels() {
    Aval type = aval(F32, 40, 50);
    var x = new Jaxpr.Var(type);
    List<Jaxpr.Eqn> equations = new ArrayList<>();
    Jaxpr.Var most = add(equations, new Reductions.ReduceMax(Axes.of(1)), x);
    Jaxpr.Var shift = add(equations, new Shaping.BroadcastInDim(type.shape(), Axes.of(0)), most);
    Jaxpr.Var e =
        add(equations, new Exponential.Exp(), add(equations, new Arithmetic.Sub(), x, shift));
    Jaxpr.Var sum = add(equations, new Reductions.ReduceSum(Axes.of(1)), e);
    Jaxpr.Var all = add(equations, new Shaping.BroadcastInDim(type.shape(), Axes.of(0)), sum);
    Jaxpr.Var y = add(equations, new Arithmetic.Div(), e, all);
    var program = new Jaxpr(0, List.of(x), equations, List.of(y));
    Programs.compare(program, List.of(Programs.random(new Random(2), type, false)), 1e-6);
    assertEquals(
        """
        for [i0, i1] in (40, 50)
          t0[i0] MAX= x0[i0, i1]
          as Inward[kept=40, turns=1, turnsPerUnit=256, block=50, blocks=1, unitsPerChunk=655] in 1 chunks
        for [i0, i1] in (40, 50)
          t1[i0, i1] = exp[sub[x0[i0, i1], t0[i0]]]
          t2[i0] SUM= exp[sub[x0[i0, i1], t0[i0]]]
          as Inward[kept=40, turns=1, turnsPerUnit=256, block=50, blocks=1, unitsPerChunk=327] in 1 chunks
        for [i0, i1] in (40, 50)
          y0[i0, i1] = div[t1[i0, i1], t2[i0]]
          as Rows[outer=0, turns=1, turnsPerChunk=16] in 1 chunks
        """,
        Programs.LLVM.compile(program).stages().get("loops").replaceFirst("\\d+ bytes.*\\n", ""));
  }

  private static Jaxpr.Var add(
      List<Jaxpr.Eqn> equations, jacobean.core.Primitive primitive, Jaxpr.Var... operands) {
    List<Aval> types =
        primitive.abstractEval(List.of(operands).stream().map(Jaxpr.Var::aval).toList());
    var result = new Jaxpr.Var(types.getFirst());
    equations.add(new Jaxpr.Eqn(primitive, List.of(operands), List.of(result)));
    return result;
  }

  @Test
  void stagesCanBeRead() {
    Executable program =
        Programs.LLVM.compile(Programs.single(new Exponential.Exp(), List.of(aval(F32, 100))));
    assertEquals(
        List.of("jaxpr", "loops", "llvm", "llvm-optimized", "assembly"),
        List.copyOf(program.stages().keySet()));
    assertTrue(program.stages().get("loops").contains("y0[i0] = exp[x0[i0]]"));
    assertTrue(program.stages().get("llvm").contains("define internal float @exp.f32"));
  }

  @Test
  void oneProgramRunsOnSeveralThreads() throws Exception {
    Aval type = aval(F32, 300, 70);
    Executable program =
        Programs.LLVM.compile(Programs.single(new Reductions.ReduceSum(Axes.of(0)), List.of(type)));
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int value = t;
        Concrete x =
            jacobean.core.HostArray.fill(Aval.of(Shape.of(300, 70), F32), value).toConcrete();
        tasks.add(
            () -> {
              for (int i = 0; i < 300; i++) {
                Concrete sum = program.call(List.of(x)).getFirst();
                if (sum.host().real(69) != 300.0 * value) {
                  return false;
                }
              }
              return true;
            });
      }
      for (var done : threads.invokeAll(tasks)) {
        assertTrue(done.get());
      }
    }
  }
}
