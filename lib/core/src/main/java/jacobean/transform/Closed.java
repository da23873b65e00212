package jacobean.transform;

import jacobean.core.Concrete;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Stage.Staged;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.error.TracerException;
import jacobean.op.Constant;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs made from programs close over nothing, for they are kept and used again: arrays that the
 * rules made, or their authors closed over, are written into them.
 */
public final class Closed {
  private Closed() {}

  /**
   * The program with its constants written into it.
   *
   * @throws TracerException if a rule closed over a value that is being traced
   */
  public static Jaxpr of(Staged staged) {
    var program = staged.jaxpr();
    int n = staged.captured().size();
    if (n == 0) {
      return program;
    }
    var equations = new ArrayList<Eqn>();
    for (int i = 0; i < n; i++) {
      var constant = new Constant(number(staged.captured().get(i)));
      equations.add(new Eqn(constant, List.of(), List.of(program.inputs().get(i))));
    }
    equations.addAll(program.equations());
    var inputs = program.inputs().subList(n, program.inputs().size());
    return new Jaxpr(0, inputs, equations, program.outputs());
  }

  private static Concrete number(Value captured) {
    return switch (captured) {
      case Concrete c -> c;
      case Tracer t ->
          throw new TracerException(
              "a derivative rule closes over a value "
                  + t.aval()
                  + " that is being traced by "
                  + t.transformation()
                  + ", made at "
                  + t.origin()
                  + ". The rule's derivative is kept with the program and outlives the trace: pass"
                  + " the value as an argument, or save it among the residuals.");
    };
  }
}
