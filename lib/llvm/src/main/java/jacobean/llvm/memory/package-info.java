/** Native memory for arrays: pooled, under a budget, reclaimed with the garbage collector. */
package jacobean.llvm.memory;
