package jacobean.nd4j;

import jacobean.core.Buffer;
import java.lang.foreign.MemorySegment;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory of an INDArray.
 *
 * @param owner kept alive, as its memory goes with it
 */
record Nd4jBuffer(INDArray owner, MemorySegment host) implements Buffer {}
