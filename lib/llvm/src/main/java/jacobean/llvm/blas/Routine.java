package jacobean.llvm.blas;

/** A function of one matrix of each operand, made by a {@link Recipe}. */
@FunctionalInterface
interface Routine {
  /**
   * Computes it.
   *
   * @param in the addresses of the operands, row-major
   * @param out the addresses of the results, row-major
   * @param scratch the address of this thread's scratch memory
   */
  void run(long[] in, long[] out, long scratch);
}
