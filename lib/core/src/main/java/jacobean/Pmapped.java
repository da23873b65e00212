package jacobean;

import jacobean.error.ShapeException;
import jacobean.fn.Arity;
import jacobean.fn.Fn;
import jacobean.pytree.PyTree;
import jacobean.transform.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A function of examples, run on all devices: {@code pmap}. The devices are the cores of one
 * processor with one memory, and so the whole batch is compiled as one program, each of whose
 * operations all cores share; collectives become sums and copies within it. Only the turns of a
 * loop come one after the other, and so loops run in shares of the examples, several at a time; a
 * loop that has collectives inside runs for all of them together. That gives the numbers of one
 * program per device, has no barriers to wait at, and a batch may be larger than there are devices.
 *
 * <p>Where {@code pmap} is given no name for its axis, one is made up that nothing in the function
 * can mean.
 */
final class Pmapped {
  private static final String NAMELESS = "<pmap>";

  private final Fn<?> function;
  private final List<VmapOption> options;
  private final List<Integer> statics;

  /** A program for each combination of static arguments. */
  private final ConcurrentMap<List<Object>, Jitted> programs = new ConcurrentHashMap<>();

  private Pmapped(Fn<?> function, List<VmapOption> options, List<Integer> statics) {
    this.function = function;
    this.options = options;
    this.statics = statics;
  }

  static Pmapped of(Fn<?> function, VmapOption... options) {
    var others = new ArrayList<VmapOption>();
    var statics = new ArrayList<Integer>();
    for (var o : options) {
      if (o instanceof VmapOption.StaticBroadcastedArgnums s) {
        s.argnums().forEach(n -> statics.add(counted(n, function.arity())));
      } else {
        others.add(o);
      }
    }
    var pmapped = new Pmapped(function, others, statics);
    if (statics.isEmpty()) {
      // Wrong options are told of before the first call.
      pmapped.program(new Object[function.arity()]);
    }
    return pmapped;
  }

  private static int counted(int argnum, int arity) {
    if (argnum < -arity || argnum >= arity) {
      throw new ShapeException(
          "pmap: staticBroadcastedArgnums names argument "
              + argnum
              + " of a function of "
              + arity
              + " arguments; wanted 0 to "
              + (arity - 1)
              + ".");
    }
    return argnum < 0 ? argnum + arity : argnum;
  }

  <R> R call(Object... args) {
    Arity.require("pmap", function, args);
    var dynamic = new ArrayList<Object>();
    for (int i = 0; i < args.length; i++) {
      if (!statics.contains(i)) {
        dynamic.add(args[i]);
      }
    }
    R result = program(args).call(dynamic.toArray());
    return Placement.on(Placement.spread(examples(dynamic)), result);
  }

  /** How many examples there are, by the arguments; all agree, or the call had failed. */
  private int examples(List<Object> dynamic) {
    for (var o : options) {
      if (o instanceof VmapOption.AxisSize s) {
        return s.size();
      }
    }
    var axes = axes(dynamic.size());
    for (int i = 0; i < dynamic.size(); i++) {
      var tree = PyTree.flatten(dynamic.get(i));
      var leafAxes = AxisTree.of("pmap: inAxes", axes.get(i), tree.structure());
      for (int leaf = 0; leaf < leafAxes.size(); leaf++) {
        if (leafAxes.get(leaf) != AxisTree.NONE && tree.leaves().get(leaf) instanceof Array a) {
          return a.shape(leafAxes.get(leaf));
        }
      }
    }
    return 1;
  }

  private List<Object> axes(int arguments) {
    for (var o : dynamicOptions()) {
      if (o instanceof VmapOption.InAxes in) {
        return in.axes().size() == arguments
            ? in.axes()
            : Collections.nCopies(arguments, in.axes().getFirst());
      }
    }
    return Collections.nCopies(arguments, (Object) 0);
  }

  private Jitted program(Object[] args) {
    var constants = Arrays.asList(statics.stream().map(i -> args[i]).toArray());
    return programs.computeIfAbsent(constants, _ -> compiled(constants));
  }

  private Jitted compiled(List<Object> constants) {
    var batched = Vmapped.of("pmap", held(constants), dynamicOptions());
    var name = batched.along().name().orElse(NAMELESS);
    return Jitted.of(batched.along(new Batch.Axis(Optional.of(name), true)));
  }

  private VmapOption[] dynamicOptions() {
    return options.stream()
        .map(o -> o instanceof VmapOption.InAxes in ? new VmapOption.InAxes(dynamic(in)) : o)
        .toArray(VmapOption[]::new);
  }

  /** The axes of the arguments that are not static; one entry is for all. */
  private List<Object> dynamic(VmapOption.InAxes in) {
    if (in.axes().size() != function.arity()) {
      return in.axes();
    }
    var axes = new ArrayList<Object>();
    for (int i = 0; i < in.axes().size(); i++) {
      if (!statics.contains(i)) {
        axes.add(in.axes().get(i));
      }
    }
    return axes;
  }

  /** The function of the other arguments. */
  private Fn<?> held(List<Object> constants) {
    if (constants.isEmpty()) {
      return function;
    }
    return new Fn<Object>() {
      @Override
      public int arity() {
        return function.arity() - constants.size();
      }

      @Override
      public Object call(Object... dynamic) {
        var all = new Object[function.arity()];
        var next = Arrays.asList(dynamic).iterator();
        for (int i = 0; i < all.length; i++) {
          all[i] = statics.contains(i) ? constants.get(statics.indexOf(i)) : next.next();
        }
        return function.call(all);
      }
    };
  }
}
