package jacobean.nd4j;

import jacobean.Array;
import jacobean.core.Buffer;
import jacobean.core.Concrete;
import jacobean.core.HeapBuffer;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.TracerException;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Arrays;
import org.bytedeco.javacpp.BooleanPointer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.javacpp.indexer.Bfloat16Indexer;
import org.bytedeco.javacpp.indexer.BooleanIndexer;
import org.bytedeco.javacpp.indexer.ByteIndexer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.javacpp.indexer.LongIndexer;
import org.bytedeco.javacpp.indexer.ShortIndexer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.javacpp.indexer.UIntIndexer;
import org.bytedeco.javacpp.indexer.UShortIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's arrays as ours and ours as ND4J's. They share memory where they can, so an INDArray that
 * came from here or went into here must not be changed in place: arrays are immutable.
 *
 * <pre>{@code
 * Array x = INDArrays.toArray(Nd4j.rand(3, 4));
 * INDArray y = INDArrays.toINDArray(jnp.exp(x));
 * }</pre>
 */
public final class INDArrays {
  private static final Cleaner CLEANER = Cleaner.create();

  private INDArrays() {}

  /**
   * An INDArray as an array. Its memory is shared if its elements are dense and in row-major order,
   * as those of new INDArrays are; else they are copied.
   *
   * @throws DTypeException if it holds no numbers
   */
  public static Array toArray(INDArray x) {
    return Array.of(toConcrete(x));
  }

  /**
   * An array as an INDArray. Its memory is shared if it is native, as that of large arrays is;
   * small arrays are copied.
   *
   * @throws TracerException if it is traced and has no numbers
   */
  public static INDArray toINDArray(Array x) {
    Value v = x.value() instanceof Tracer t ? t.concrete() : x.value();
    return switch (v) {
      case Concrete c -> toINDArray(c);
      case Tracer t ->
          throw new TracerException(
              "toINDArray: this "
                  + t.aval()
                  + " is traced by "
                  + t.transformation()
                  + " and has no numbers. Convert outside of the traced function, or in debug.callback.");
    };
  }

  static Concrete toConcrete(INDArray x) {
    var shape = Arrays.stream(x.shape()).mapToInt(Math::toIntExact).toArray();
    var aval = Aval.of(Shape.of(shape), dtype(x.dataType()));
    if (aval.size() == 0) {
      return new Concrete(aval, HeapBuffer.allocate(0));
    }
    var dense = isDense(x) ? x : x.dup('c');
    return new Concrete(aval, new Nd4jBuffer(dense, memory(dense, aval.bytes())));
  }

  static INDArray toINDArray(Concrete x) {
    var aval = x.aval();
    var type = type(aval.dtype());
    var shape = Arrays.stream(aval.shape().toArray()).asLongStream().toArray();
    if (aval.size() == 0) {
      return Nd4j.create(type, shape);
    }
    if (x.buffer() instanceof Nd4jBuffer b
        && Arrays.equals(b.owner().shape(), shape)
        && b.owner().dataType() == type) {
      return b.owner();
    }
    var host = x.buffer().host();
    if (host.isNative()) {
      return shared(x.buffer(), host, type, aval, shape);
    }
    var copy = Nd4j.createUninitialized(type, shape, 'c');
    memory(copy, aval.bytes()).copyFrom(host.asSlice(0, aval.bytes()));
    return copy;
  }

  private static boolean isDense(INDArray x) {
    long stride = 1;
    for (int axis = x.rank() - 1; axis >= 0; axis--) {
      if (x.size(axis) != 1 && x.stride(axis) != stride) {
        return false;
      }
      stride *= x.size(axis);
    }
    return true;
  }

  private static MemorySegment memory(INDArray x, long bytes) {
    return MemorySegment.ofAddress(x.data().addressPointer().address()).reinterpret(bytes);
  }

  private static INDArray shared(
      Buffer owner, MemorySegment host, DataType type, Aval aval, long[] shape) {
    var pointer = pointer(new Address(host.address()), aval.dtype(), aval.size());
    var data = Nd4j.createBuffer(pointer, type, aval.size(), indexer(pointer, aval.dtype()));
    // The memory goes with its owner, and INDArrays that share data refer to the data only.
    CLEANER.register(data, () -> Reference.reachabilityFence(owner));
    return Nd4j.create(data, shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
  }

  private static final class Address extends Pointer {
    Address(long address) {
      this.address = address;
    }
  }

  private static Pointer pointer(Pointer at, DType type, long size) {
    return switch (type) {
      case BOOL -> new BooleanPointer(at).capacity(size);
      case UINT8, INT8 -> new BytePointer(at).capacity(size);
      case UINT16, INT16, FLOAT16, BFLOAT16 -> new ShortPointer(at).capacity(size);
      case UINT32, INT32 -> new IntPointer(at).capacity(size);
      case UINT64, INT64 -> new LongPointer(at).capacity(size);
      case FLOAT32 -> new FloatPointer(at).capacity(size);
      case FLOAT64 -> new DoublePointer(at).capacity(size);
      case COMPLEX64, COMPLEX128 -> throw complex(type);
    };
  }

  private static Indexer indexer(Pointer p, DType type) {
    return switch (type) {
      case BOOL -> BooleanIndexer.create((BooleanPointer) p);
      case UINT8 -> UByteIndexer.create((BytePointer) p);
      case INT8 -> ByteIndexer.create((BytePointer) p);
      case UINT16 -> UShortIndexer.create((ShortPointer) p);
      case INT16 -> ShortIndexer.create((ShortPointer) p);
      case FLOAT16 -> HalfIndexer.create((ShortPointer) p);
      case BFLOAT16 -> Bfloat16Indexer.create((ShortPointer) p);
      case UINT32 -> UIntIndexer.create((IntPointer) p);
      case INT32 -> IntIndexer.create((IntPointer) p);
      // ND4J reads 64 unsigned bits through the indexer of signed ones.
      case UINT64, INT64 -> LongIndexer.create((LongPointer) p);
      case FLOAT32 -> FloatIndexer.create((FloatPointer) p);
      case FLOAT64 -> DoubleIndexer.create((DoublePointer) p);
      case COMPLEX64, COMPLEX128 -> throw complex(type);
    };
  }

  /** ND4J's name of a dtype. */
  static DataType type(DType type) {
    return switch (type) {
      case BOOL -> DataType.BOOL;
      case UINT8 -> DataType.UBYTE;
      case UINT16 -> DataType.UINT16;
      case UINT32 -> DataType.UINT32;
      case UINT64 -> DataType.UINT64;
      case INT8 -> DataType.BYTE;
      case INT16 -> DataType.SHORT;
      case INT32 -> DataType.INT;
      case INT64 -> DataType.LONG;
      case FLOAT16 -> DataType.HALF;
      case BFLOAT16 -> DataType.BFLOAT16;
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> DataType.DOUBLE;
      case COMPLEX64, COMPLEX128 -> throw complex(type);
    };
  }

  private static DTypeException complex(DType type) {
    return new DTypeException(
        "nd4j: ND4J has no complex numbers, got " + type + ". Pass jnp.real and jnp.imag apart.");
  }

  private static DType dtype(DataType type) {
    for (var t : DType.values()) {
      if (!t.isComplex() && type(t) == type) {
        return t;
      }
    }
    throw new DTypeException(
        "toArray: an INDArray of " + type + " holds no numbers that an array can hold.");
  }
}
