package jacobean.llvm.run;

import jacobean.core.Buffer;
import java.lang.foreign.MemorySegment;

/** Memory outside the Java heap, which goes back to its pool when nothing refers to the segment. */
record NativeBuffer(MemorySegment host) implements Buffer {}
