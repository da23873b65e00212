/** LLVM through its C API: optimize IR, emit code, link it into this process, cache it on disk. */
package jacobean.llvm.capi;
