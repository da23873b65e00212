/** Mathematical functions as LLVM IR that loops inline and vectorize. */
package jacobean.llvm.math;
