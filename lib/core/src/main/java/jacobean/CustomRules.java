package jacobean;

import jacobean.control.Checkpoint;
import jacobean.control.CustomJvp;
import jacobean.control.CustomVjp;
import jacobean.control.LinearCall;
import jacobean.core.Primitive.Dual;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.fn.Fn;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions whose derivatives their authors wrote, or that compute again for their derivatives. */
final class CustomRules {
  private static final String PULLBACK = "withPullback(value, pullback)";

  private CustomRules() {}

  /** A rule of the forward derivative on trees. */
  interface ForwardRule {
    Directional.Jvp<?> apply(List<?> primals, List<?> tangents);
  }

  /** What a function gives and saves, on trees. */
  interface Saving {
    Saved<?, ?> apply(Object... args);
  }

  /** The cotangents of all arguments; null stands for zero. */
  interface Pulling {
    List<?> apply(Object residuals, Object cotangent);
  }

  static Jitted checkpoint(Fn<?> f, Checkpoint.Policy policy) {
    return Jitted.calledBy(
        (jaxpr, captured, arguments, result) -> new Checkpoint(jaxpr, policy), f);
  }

  static Jitted jvp(Fn<?> f, ForwardRule rule) {
    return Jitted.calledBy(
        (jaxpr, captured, arguments, result) ->
            new CustomJvp(
                jaxpr,
                captured,
                (primals, tangents) -> {
                  var dual =
                      Given.result(
                          rule.apply(
                              Lifted.wrap(arguments, primals), Lifted.wrap(arguments, tangents)),
                          "customJvp",
                          "dual(value, tangent)");
                  var value = leaves("customJvp: value of the rule", result, dual.value());
                  var tangent = leaves("customJvp: tangent of the rule", result, dual.tangent());
                  var types = jaxpr.outputTypes();
                  requireTypes("customJvp: value of the rule", result, types, value);
                  requireTypes("customJvp: tangent of the rule", result, types, tangent);
                  return new Dual(value, tangent);
                }),
        f);
  }

  static Jitted vjp(Fn<?> f, Saving forward, Pulling backward) {
    return Jitted.calledBy(
        (jaxpr, captured, arguments, result) ->
            new CustomVjp(
                jaxpr,
                captured,
                primals -> {
                  var types = primals.stream().map(Value::aval).toList();
                  var saved =
                      Given.result(
                          forward.apply(arguments(arguments, primals)),
                          "customVjp",
                          "saved(value, residuals)");
                  var residuals = PyTree.flatten(saved.residuals());
                  var value = leaves("customVjp: value of fwd", result, saved.value());
                  requireTypes("customVjp: value of fwd", result, jaxpr.outputTypes(), value);
                  return new CustomVjp.Saved(
                      value,
                      Lifted.values(residuals, "customVjp: residuals"),
                      (kept, cts) ->
                          pulled(
                              arguments,
                              types,
                              backward.apply(
                                  Lifted.wrap(residuals.structure(), kept),
                                  Lifted.wrap(result, cts))));
                }),
        f);
  }

  /** {@code customJvp} of a function that is called with some arguments held. */
  static <R, N> R heldJvp(
      Fn<R> f,
      NondiffArgnums<N> nondiff,
      Fn3<List<N>, List<Array>, List<Array>, Directional.Jvp<R>> rule,
      Object... args) {
    var held = nondiff.held(f, args);
    ForwardRule forward = (x, t) -> rule.call(held, x, t);
    return jvp(nondiff.hold(f, args), forward).call(nondiff.others(args));
  }

  /** {@code customVjp} of a function that is called with some arguments held. */
  @SuppressWarnings("unchecked") // residuals and cotangents are what fwd saved and f gave
  static <R, S, N> R heldVjp(
      Fn<R> f,
      NondiffArgnums<N> nondiff,
      Fn<Saved<R, S>> fwd,
      Fn3<List<N>, S, R, List<Array>> bwd,
      Object... args) {
    var held = nondiff.held(f, args);
    Saving forward = x -> (Saved<?, ?>) nondiff.hold(fwd, args).call(x);
    Pulling backward = (kept, ct) -> bwd.apply(held, (S) kept, (R) ct);
    return vjp(nondiff.hold(f, args), forward, backward).call(nondiff.others(args));
  }

  /** A call that is linear in its second argument. */
  @SuppressWarnings("unchecked") // cotangents have the type of the result
  static <S, A, R> R linear(Fn2<S, A, R> f, Fn2<S, R, A> transposed, S residuals, A x) {
    int kept = PyTree.flatten(residuals).leaves().size();
    var called =
        Jitted.calledBy(
            (jaxpr, captured, arguments, result) ->
                new LinearCall(
                    jaxpr,
                    captured + kept,
                    (known, cts) -> {
                      var trees = ((Structure.Node) arguments).children();
                      S held = Lifted.wrap(trees.getFirst(), known.subList(captured, known.size()));
                      return leaves(
                          "linearCall: cotangent of the transposed function",
                          trees.getLast(),
                          transposed.apply(held, (R) Lifted.wrap(result, cts)));
                    }),
            f);
    return called.call(residuals, x);
  }

  /** {@code customGradient}: the function gives its value and its pullback at once. */
  static Jitted gradient(Fn<? extends Directional.Vjp<?, ?>> f) {
    return Jitted.calledBy(
        (jaxpr, captured, arguments, result) ->
            new CustomVjp(
                jaxpr,
                captured,
                primals -> {
                  var types = primals.stream().map(Value::aval).toList();
                  var vjp =
                      Given.result(
                          f.call(arguments(arguments, primals)), "customGradient", PULLBACK);
                  var value = leaves("customGradient: value", result, vjp.value());
                  // The pullback closes over what it needs: these are the residuals.
                  var staged =
                      Stage.trace(
                          "customGradient",
                          cts ->
                              pulled(
                                  arguments,
                                  types,
                                  Arrays.asList(pull(vjp, Lifted.wrap(result, cts)))),
                          jaxpr.outputTypes().stream().map(Aval::strong).toList());
                  return new CustomVjp.Saved(
                      value,
                      staged.captured(),
                      (kept, cts) -> {
                        var operands = new ArrayList<>(kept);
                        operands.addAll(cts);
                        return staged.jaxpr().apply(operands);
                      });
                }),
        valueOf(f));
  }

  @SuppressWarnings("unchecked") // a cotangent of the value's own type
  private static <A, R> Object pull(Directional.Vjp<A, R> vjp, Object cotangent) {
    return vjp.pullback().apply((R) cotangent);
  }

  private static Fn<?> valueOf(Fn<? extends Directional.Vjp<?, ?>> f) {
    return new Fn<Object>() {
      @Override
      public int arity() {
        return f.arity();
      }

      @Override
      public Object call(Object... args) {
        return Given.result(f.call(args), "customGradient", PULLBACK).value();
      }
    };
  }

  private static Object[] arguments(Structure structure, List<Value> values) {
    return Lifted.<List<?>>wrap(structure, values).toArray();
  }

  private static List<Value> leaves(String what, Structure wanted, Object tree) {
    return Lifted.values(new PyTree(List.of(), wanted).like(tree, what), what);
  }

  /** The leaves of the cotangents of all arguments. */
  private static List<Value> pulled(Structure arguments, List<Aval> types, List<?> cotangents) {
    var trees = ((Structure.Node) arguments).children();
    if (cotangents == null || cotangents.size() != trees.size()) {
      throw new GradException(
          "customVjp: bwd must give a cotangent for each argument, "
              + trees.size()
              + ", got "
              + (cotangents == null ? "null" : cotangents.size())
              + "; write null for zero.");
    }
    var flat = new ArrayList<Value>();
    for (int i = 0; i < trees.size(); i++) {
      for (int k = 0; cotangents.get(i) == null && k < trees.get(i).leaves(); k++) {
        flat.add(null);
      }
      if (cotangents.get(i) != null) {
        flat.addAll(
            leaves("customVjp: cotangent of argument " + i, trees.get(i), cotangents.get(i)));
      }
    }
    requireTypes("customVjp: cotangent of argument ", arguments, types, flat);
    for (int i = 0; i < flat.size(); i++) {
      if (!types.get(i).dtype().isInexact()) {
        flat.set(i, null);
      }
    }
    return flat;
  }

  private static void requireTypes(
      String what, Structure structure, List<Aval> wanted, List<Value> got) {
    for (int i = 0; i < wanted.size(); i++) {
      var type = wanted.get(i);
      if (got.get(i) == null || !type.dtype().isInexact()) {
        continue;
      }
      var found = got.get(i).aval();
      if (!found.shape().equals(type.shape()) || found.dtype() != type.dtype()) {
        throw new GradException(
            what
                + structure.paths().get(i)
                + " must be "
                + type
                + ", got "
                + found
                + ". Reshape, sum or convert it in the rule.");
      }
    }
  }
}
