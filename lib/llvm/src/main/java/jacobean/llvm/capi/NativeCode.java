package jacobean.llvm.capi;

import java.lang.foreign.MemorySegment;

/**
 * Compiled code in this process, where it stays as long as this object can be reached: whoever
 * calls it keeps this object until the call returns.
 *
 * @param entry the address of its entry point
 * @param bytes the size of its object file
 * @param fromDisk whether it had been compiled by an earlier process
 * @param loaded frees the code
 */
public record NativeCode(MemorySegment entry, long bytes, boolean fromDisk, Jit.Loaded loaded) {}
