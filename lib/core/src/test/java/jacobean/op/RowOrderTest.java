package jacobean.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import jacobean.core.HostArray;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Orders of long rows with many equal elements, beside those of the JDK's stable sort. */
class RowOrderTest {
  private static final int LENGTH = 70_001;

  private static HostArray numbers(DType type) {
    var random = new Random(5);
    var aval = Aval.of(Shape.of(LENGTH), type);
    return type.isFloating()
        ? HostArray.ofReals(
            aval,
            _ ->
                switch (random.nextInt(50)) {
                  case 0 -> Double.NaN;
                  case 1 -> -0.0;
                  case 2 -> 0.0;
                  case 3 -> Double.NEGATIVE_INFINITY;
                  default -> Math.rint(random.nextGaussian() * 100);
                })
        : HostArray.ofIntegers(aval, _ -> type.wrap(random.nextLong() >> random.nextInt(64)));
  }

  private static Comparator<Integer> by(HostArray x) {
    return x.dtype().isFloating()
        ? Comparator.comparing(i -> x.real(i) + 0.0)
        : (i, j) -> x.dtype().compare(x.integer(i), x.integer(j));
  }

  private static int[] sorted(Comparator<Integer> by) {
    return IntStream.range(0, LENGTH).boxed().sorted(by).mapToInt(i -> i).toArray();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"COMPLEX64", "COMPLEX128"})
  void ordersAreThoseOfAStableSort(DType type) {
    var x = numbers(type);
    assertArrayEquals(sorted(by(x)), RowOrder.ascending(List.of(x), 0, 1, LENGTH));
    var down = sorted(by(x).reversed());
    for (int k : new int[] {0, 1, 100, LENGTH}) {
      assertArrayEquals(
          IntStream.range(0, k).map(i -> down[i]).toArray(), RowOrder.greatest(x, 0, LENGTH, k));
    }
    var second = numbers(DType.UINT8);
    assertArrayEquals(
        sorted(by(second).thenComparing(by(x))),
        RowOrder.ascending(List.of(second, x), 0, 1, LENGTH));
  }
}
