package jacobean.llvm.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.ir.Expr;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Index arithmetic is understood as far as it is affine. */
class AffineTest {
  private static final Expr I = new Expr.Index(0);
  private static final Expr J = new Expr.Index(1);

  private static Expr k(long value) {
    return Expr.index(value);
  }

  @Test
  void sums() {
    Affine a = Affine.of(I.times(k(6)).plus(J).minus(k(2)).plus(I));
    assertEquals(new Affine(-2, Map.of(0, 7L, 1, 1L), Map.of()), a);
  }

  @Test
  void quotientAndRemainderRejoin() {
    Expr p = I.times(k(35)).plus(J);
    Expr split = p.div(k(7)).times(k(7)).plus(p.rem(k(7)));
    assertEquals(new Affine(0, Map.of(0, 35L, 1, 1L), Map.of()), Affine.of(split));
    Expr rest = p.rem(k(12));
    Expr nested = p.div(k(12)).times(k(12)).plus(rest.div(k(4)).times(k(4))).plus(rest.rem(k(4)));
    assertEquals(new Affine(0, Map.of(0, 35L, 1, 1L), Map.of()), Affine.of(nested));
  }

  @Test
  void whatIsNotAffineIsKept() {
    Expr half = I.div(k(2));
    assertEquals(new Affine(1, Map.of(), Map.of(half, 3L)), Affine.of(half.times(k(3)).plus(k(1))));
  }

  @Test
  void whatCancelsIsGone() {
    assertEquals(new Affine(0, Map.of(), Map.of()), Affine.of(I.minus(I)));
  }
}
