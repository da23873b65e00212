package jacobean.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.error.TracerException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays go to ND4J and back, in every dtype and layout. */
class INDArraysTest {
  @ParameterizedTest
  @EnumSource(value = DType.class, mode = EnumSource.Mode.MATCH_NONE, names = "COMPLEX.*")
  void smallArraysGoThereAndBack(DType dtype) {
    for (var shape : new int[][] {{}, {5}, {2, 3}, {2, 1, 3}, {0}, {3, 0}}) {
      var x = jnp.reshape(jnp.arange(Shape.of(shape).size() + 0.), shape).astype(dtype);
      var back = INDArrays.toArray(INDArrays.toINDArray(x));
      assertEquals(x.aval().strong(), back.aval().strong());
      assertArrayEquals(x.toDoubles(), back.toDoubles());
    }
  }

  @ParameterizedTest
  @EnumSource(value = DType.class, mode = EnumSource.Mode.MATCH_NONE, names = "COMPLEX.*")
  void nativeMemoryIsShared(DType dtype) {
    try (var arena = Arena.ofConfined()) {
      var aval = Aval.of(Shape.of(2, 3), dtype);
      var host = new HostArray(aval, arena.allocate(aval.bytes(), 8));
      for (long i = 0; i < 6; i++) {
        if (dtype.isFloating()) {
          host.setReal(i, i);
        } else {
          host.setInteger(i, i);
        }
      }
      var x = INDArrays.toINDArray(host.toConcrete());
      assertEquals(host.data().address(), x.data().addressPointer().address());
      assertEquals(dtype == DType.BOOL ? 1 : 5, x.getDouble(1, 2));
      assertArrayEquals(
          Array.of(host.toConcrete()).toDoubles(), INDArrays.toArray(x.dup()).toDoubles());
    }
  }

  @Test
  void anINDArraysMemoryIsShared() {
    var x = Nd4j.create(new float[] {1, 2, 3, 4, 5, 6}, new long[] {2, 3}, 'c');
    var a = (Concrete) INDArrays.toArray(x).value();
    assertEquals(x.data().addressPointer().address(), a.buffer().host().address());
    assertEquals(x, INDArrays.toINDArray(Array.of(a)));
  }

  @Test
  void otherLayoutsAreCopied() {
    var x = Nd4j.create(new float[] {1, 2, 3, 4, 5, 6}, new long[] {2, 3}, 'c');
    assertArrayEquals(
        new double[] {1, 4, 2, 5, 3, 6}, INDArrays.toArray(x.transpose()).toDoubles());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, INDArrays.toArray(x.dup('f')).toDoubles());
    INDArray row = x.getRow(1);
    assertArrayEquals(new double[] {4, 5, 6}, INDArrays.toArray(row).toDoubles());
    var column = x.get(NDArrayIndex.all(), NDArrayIndex.point(1));
    assertArrayEquals(new double[] {2, 5}, INDArrays.toArray(column).toDoubles());
  }

  @Test
  void resultsOfOursAreArguments() {
    var x = INDArrays.toArray(Nd4j.createFromArray(0f, .25f, .5f, .75f, 1f));
    var g = jax.grad((Array v) -> jnp.sum(jnp.square(v))).apply(x);
    assertArrayEquals(new double[] {0, .5, 1, 1.5, 2}, INDArrays.toINDArray(g).toDoubleVector());
  }

  @Test
  void aTracedArrayHasNoNumbers() {
    assertThrows(
        TracerException.class,
        () ->
            jax.jit(
                    (Array x) -> {
                      INDArrays.toINDArray(x);
                      return x;
                    })
                .apply(jnp.array(1.)));
  }
}
