/** The threads that compute, and the parallel loop that compiled code calls. */
package jacobean.llvm.threads;
