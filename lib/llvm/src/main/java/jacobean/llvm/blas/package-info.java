/** OpenBLAS and LAPACK. */
package jacobean.llvm.blas;
