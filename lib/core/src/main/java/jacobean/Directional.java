package jacobean;

import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.fn.Arity;
import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.op.Shaping;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.transform.Linearize;
import jacobean.transform.Transpose;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Derivatives along a direction, forward and transposed.
 *
 * {@snippet :
 * vjp(x -> x.times(x), jnp.array(1., 2.)).value() // => [1. 4.]
 * }
 */
public final class Directional {
  private Directional() {}

  /** A function's value and how it moves. */
  public record Jvp<R>(R value, R tangent) {}

  /**
   * A function's value and the linear function from cotangents of the value to cotangents of the
   * argument. It is that function itself, too, so it can be called, batched and compiled.
   *
   * {@snippet :
   * var y = vjp(x -> x.times(x), jnp.array(1., 2.));
   * y.apply(jnp.ones(2)) // => [2. 4.]
   * vmap(y).apply(jnp.eye(2)) // => [[2. 0.] [0. 4.]]
   * }
   */
  public record Vjp<A, R>(R value, Fn1<R, A> pullback) implements Fn1<R, A> {
    @Override
    public A apply(R cotangent) {
      return pullback.apply(cotangent);
    }
  }

  /**
   * {@link Vjp} of a function that gives something beside its value; it came from the point.
   *
   * {@snippet :
   * vjp((Array x) -> withAux(x.times(x), x.plus(1)), jnp.array(3.), hasAux()).aux() // => 4.0
   * }
   */
  public record VjpWithAux<A, X>(Array value, Fn1<Array, A> pullback, X aux)
      implements Fn1<Array, A> {
    @Override
    public A apply(Array cotangent) {
      return pullback.apply(cotangent);
    }
  }

  /**
   * {@link Jvp} of a function that gives something beside its value.
   *
   * {@snippet :
   * jvp((Array x) -> withAux(x.times(x), x), jnp.array(3.), jnp.array(1.), hasAux()).tangent() // => 6.0
   * }
   */
  public record JvpWithAux<X>(Array value, Array tangent, X aux) {}

  /**
   * A function's value and the linear function from movements of the argument to movements of the
   * value. It is that function itself, too.
   *
   * {@snippet :
   * linearize(x -> jnp.sin(x), jnp.array(0.)).apply(jnp.array(3.)) // => 3.0
   * }
   */
  public record Linearized<A, R>(R value, Fn1<A, R> jvp) implements Fn1<A, R> {
    @Override
    public R apply(A tangent) {
      return jvp.apply(tangent);
    }
  }

  static <R> Jvp<R> jvp(Fn<?> f, List<?> x, List<?> t) {
    Arity.require("jvp", f, x.toArray());
    var primals = PyTree.flatten(x);
    var lifted = Lifted.of(f::call, x.toArray());
    var operands = lifted.operands("jvp");
    var tangents =
        moving(
            "jvp: tangent",
            operands,
            Lifted.values(primals.like(t, "jvp"), "jvp: tangent"),
            primals.structure());
    var out = jacobean.transform.Jvp.apply(lifted, operands, tangents);
    return new Jvp<>(
        Lifted.wrap(lifted.result(), out.primals()),
        Lifted.wrap(lifted.result(), zerosFilled(out.tangents(), out.primals())));
  }

  /** The pullback to the list of all arguments. */
  static <R> Vjp<List<Object>, R> vjp(Fn<?> f, Object... x) {
    Arity.require("vjp", f, x);
    var structure = PyTree.flatten(Arrays.asList(x)).structure();
    var lifted = Lifted.of(f::call, x);
    var primals = lifted.operands("vjp");
    var linear = Linearize.at(lifted, primals);
    var result = lifted.result();
    return new Vjp<>(
        Lifted.wrap(result, linear.outputs()),
        ct ->
            Lifted.wrap(
                structure,
                zerosFilled(
                    linear.pull(cotangents("vjp", result, ct, linear.outputs())), primals)));
  }

  static <A, R> Vjp<A, R> vjp1(Fn<?> f, A x) {
    Vjp<List<Object>, R> all = vjp(f, x);
    return new Vjp<>(all.value(), ct -> only(all.pullback().apply(ct)));
  }

  /** The pullback of the value, to the list of all arguments. */
  static <X> VjpWithAux<List<Object>, X> vjpWithAux(Fn<? extends WithAux<X>> f, Object... x) {
    Vjp<List<Object>, WithAux<X>> all = vjp(f, x);
    var result = WithAux.required("vjp", all.value());
    // What else it gave does not move, or nobody asks how.
    var still = zerosLike(result.aux());
    return new VjpWithAux<>(
        result.value(), ct -> all.pullback().apply(new WithAux<>(ct, still)), result.aux());
  }

  static <A, X> VjpWithAux<A, X> vjp1WithAux(Fn<? extends WithAux<X>> f, A x) {
    VjpWithAux<List<Object>, X> all = vjpWithAux(f, x);
    return new VjpWithAux<>(all.value(), ct -> only(all.pullback().apply(ct)), all.aux());
  }

  private static <X> X zerosLike(X aux) {
    var flat = PyTree.flatten(aux);
    return Lifted.wrap(
        flat.structure(),
        Lifted.values(flat, "vjp").stream().map(v -> Shaping.zeros(v.aval())).toList());
  }

  /** The pullback of a function of arrays gives arrays. */
  @SuppressWarnings("unchecked") // cotangents have the types of the arguments
  static Vjp<List<Array>, Array> arrays(Vjp<List<Object>, Array> vjp) {
    return new Vjp<>(vjp.value(), ct -> (List<Array>) (List<?>) vjp.pullback().apply(ct));
  }

  @SuppressWarnings("unchecked") // the one argument's cotangent has its type
  private static <A> A only(List<Object> one) {
    return (A) one.getFirst();
  }

  static <A, R> Linearized<A, R> linearize(Fn<?> f, A x) {
    var primal = PyTree.flatten(x);
    var lifted = Lifted.of(f::call, x);
    var primals = lifted.operands("linearize");
    var linear = Linearize.at(lifted, primals);
    var result = lifted.result();
    return new Linearized<>(
        Lifted.wrap(result, linear.outputs()),
        t -> {
          var values = Lifted.values(primal.like(t, "linearize"), "linearize: tangent");
          var tangents = moving("linearize: tangent", primals, values, primal.structure());
          return Lifted.wrap(result, zerosFilled(linear.push(tangents), linear.outputs()));
        });
  }

  /** The transpose of a linear function of an argument of this type. */
  static <A, R> Fn1<R, A> linearTranspose(Fn<?> f, A like) {
    var argument = PyTree.flatten(like);
    var lifted = Lifted.of(f::call, like);
    var types = lifted.types("linearTranspose");
    var staged = Stage.trace("linearTranspose", lifted, types);
    var result = lifted.result();
    var outputs = staged.jaxpr().outputTypes();
    return ct -> {
      var cts =
          typed(
              "linearTranspose: cotangent",
              outputs,
              Lifted.values(
                  new PyTree(List.of(), result).like(ct, "linearTranspose"),
                  "linearTranspose: cotangent"),
              result);
      var operands = new ArrayList<Value>(staged.captured());
      operands.addAll(Collections.nCopies(types.size(), null));
      var pulled = Transpose.apply(staged.jaxpr(), operands, cts);
      var arguments = new ArrayList<Value>();
      for (int i = 0; i < types.size(); i++) {
        var v = pulled.get(staged.captured().size() + i);
        arguments.add(v == null ? Shaping.zeros(types.get(i)) : v);
      }
      return Lifted.wrap(argument.structure(), arguments);
    };
  }

  private static List<Value> cotangents(
      String operation, Structure structure, Object ct, List<Value> outputs) {
    var tree = new PyTree(List.of(), structure).like(ct, operation);
    return moving(
        operation + ": cotangent",
        outputs,
        Lifted.values(tree, operation + ": cotangent"),
        structure);
  }

  /** The directions of what can move, of its shapes and dtypes; null for what is not floating. */
  private static List<Value> moving(
      String what, List<Value> values, List<Value> directions, Structure structure) {
    return typed(what, values.stream().map(Value::aval).toList(), directions, structure);
  }

  private static List<Value> typed(
      String what, List<Aval> types, List<Value> directions, Structure structure) {
    var moving = new ArrayList<Value>();
    for (int i = 0; i < types.size(); i++) {
      var wanted = types.get(i);
      var got = directions.get(i).aval();
      if (!wanted.dtype().isInexact()) {
        moving.add(null);
        continue;
      }
      var place = what + structure.paths().get(i);
      if (!got.shape().equals(wanted.shape())) {
        throw new ShapeException(
            place
                + " must have the shape of what it belongs to, "
                + wanted
                + ", got "
                + got
                + ". Broadcast or reshape it.");
      }
      if (got.dtype() != wanted.dtype()) {
        throw new DTypeException(
            place
                + " must have the dtype of what it belongs to, "
                + wanted
                + ", got "
                + got
                + ". Convert it with astype.");
      }
      moving.add(directions.get(i));
    }
    return moving;
  }

  private static List<Value> zerosFilled(List<Value> moved, List<Value> like) {
    var filled = new ArrayList<Value>();
    for (int i = 0; i < like.size(); i++) {
      filled.add(moved.get(i) == null ? Shaping.zeros(like.get(i).aval()) : moved.get(i));
    }
    return filled;
  }
}
