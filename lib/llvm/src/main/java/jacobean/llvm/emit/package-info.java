/** Loop nests to LLVM IR. */
package jacobean.llvm.emit;
