package jacobean.core;

import jacobean.type.Aval;

/** Stands for an array while a function is traced. Knows its shape and dtype, not its numbers. */
public abstract non-sealed class Tracer implements Value {
  private final Trace trace;
  private final Aval aval;
  private final Origin origin;

  /**
   * @param origin where user code makes it; to find out takes longer than all the rest, so those
   *     that are made together are told
   */
  protected Tracer(Trace trace, Aval aval, Origin origin) {
    this.trace = trace;
    this.aval = aval;
    this.origin = origin;
  }

  public final Trace trace() {
    return trace;
  }

  @Override
  public final Aval aval() {
    return aval;
  }

  /** Where user code made it. */
  public final Origin origin() {
    return origin;
  }

  /** The transformation that traces, as {@code jit} or {@code grad}. */
  public abstract String transformation();

  /** The number array behind it where the transformation knows it, else this. */
  public Value concrete() {
    return this;
  }

  @Override
  public String toString() {
    return "Traced<" + aval + ">with<" + transformation() + ">";
  }
}
