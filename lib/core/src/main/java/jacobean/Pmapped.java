package jacobean;

import jacobean.fn.Fn;

/**
 * A function of examples, run on all devices: {@code pmap}. The devices are the cores of one
 * processor with one memory, and so the whole batch is compiled as one program whose loops all
 * cores share; collectives become sums and copies within it. That gives the numbers of one program
 * per device, has no barriers to wait at, and a batch may be larger than there are devices: each
 * then takes an equal share of the examples.
 *
 * <p>Where {@code pmap} is given no name for its axis, one is made up that nothing in the function
 * can mean.
 */
final class Pmapped {
  private static final String NAMELESS = "<pmap>";

  private final Jitted program;

  private Pmapped(Vmapped batched) {
    this.program = Jitted.of(batched);
  }

  static Pmapped of(Fn<?> function, VmapOption... options) {
    var batched = Vmapped.of("pmap", function, options);
    return new Pmapped(batched.name().isPresent() ? batched : batched.named(NAMELESS));
  }

  <R> R call(Object... args) {
    return program.call(args);
  }
}
