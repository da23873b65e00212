/** Native libraries: found in jars, put on disk once, loaded, and called through FFM. */
package jacobean.llvm.natives;
