package jacobean.laws;

import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;

import jacobean.core.Primitive;
import jacobean.jnp;
import jacobean.op.BesselJ;
import jacobean.op.BetaIntegral;
import jacobean.op.Dilogarithm;
import jacobean.op.ExponentialIntegrals;
import jacobean.op.GammaIntegrals;
import jacobean.op.HurwitzZeta;
import jacobean.op.Hypergeometric;
import jacobean.op.NormalIntegrals;
import jacobean.op.TrigonometricIntegrals;
import jacobean.special;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Stream;

/** The rows of special functions that iterate, and of those made of several primitives. */
final class SpecialRows {
  private SpecialRows() {}

  private static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }

  /** One operand: an array, nothing at all, and enough elements for several threads. */
  private static Row one(Primitive p, double low, double high) {
    return primitive(p)
        .on(real(low, high, 7))
        .on(real(low, high))
        .on(real(low, high, 0))
        .on(reals(FLOAT32, low, high, 13))
        .on(reals(FLOAT32, low, high, 5000));
  }

  /** Several: arrays, and scalars beside arrays. */
  private static Row several(Primitive p, Numbers... operands) {
    var arrays = Stream.of(operands).map(n -> n.shaped(Shape.of(3)));
    var mixed = operands.clone();
    mixed[0] = operands[0].shaped(Shape.of(5));
    return primitive(p).on(arrays.toArray(Numbers[]::new)).on(mixed).on(operands);
  }

  static List<Row> primitives() {
    var positive = real(.3, 4);
    return List.of(
        one(new ExponentialIntegrals.Expi(), .2, 50),
        one(new TrigonometricIntegrals.Si(), -5, 5),
        one(new TrigonometricIntegrals.Ci(), .3, 5),
        one(new TrigonometricIntegrals.FresnelS(), -3, 3),
        one(new TrigonometricIntegrals.FresnelC(), -3, 3),
        one(new NormalIntegrals.Dawson(), -9, 9),
        one(new Dilogarithm(), .1, 5),
        one(new BesselJ(0), -30, 30),
        one(new BesselJ(3), -30, 30),
        several(new GammaIntegrals.Igamma(), positive, positive).holding(0),
        several(new GammaIntegrals.Igammac(), positive, positive).holding(0),
        several(new GammaIntegrals.IgammaGradA(), positive, positive).holding(0),
        several(new BetaIntegral(), positive, positive, real(.1, .9)).holding(0, 1),
        several(new HurwitzZeta.Zeta(), real(1.5, 5), positive).holding(0),
        several(new HurwitzZeta.ZetaGradS(), real(1.5, 5), positive).holding(0, 1),
        several(new ExponentialIntegrals.Expn(), real(2.5, 4), positive).holding(0),
        several(new NormalIntegrals.OwensT(), real(-2, 2), real(-2, 2)),
        several(new Hypergeometric.Hyp1f1(), positive, positive, real(-3, 3)).holding(0, 1),
        several(new Hypergeometric.Hyp1f1Grad(1), positive, positive, real(-3, 3)).holding(0, 1, 2),
        several(new Hypergeometric.Hyp2f1(), positive, positive, positive, real(-.7, .7))
            .holding(0, 1, 2),
        several(new Hypergeometric.Hyp2f1Grad(2), positive, positive, positive, real(-.7, .7))
            .holding(0, 1, 2, 3));
  }

  /** With the operands held that a function has no second derivative by. */
  static List<Row> functions() {
    var a = jnp.array(.5, 1.5, 2.5).astype(FLOAT64);
    return List.of(
        function("betainc", x -> special.betainc(a, a.plus(1), x.getFirst())).on(real(.1, .9, 3)),
        function("zeta", x -> special.zeta(a.plus(1), x.getFirst())).on(real(.3, 3, 3)),
        function("polygamma", x -> special.polygamma(jnp.array(0, 1, 3), x.getFirst()))
            .on(real(.3, 3, 3)),
        function("expn", x -> special.expn(4, x.getFirst())).on(real(.3, 3, 5)),
        function("hyp1f1", x -> special.hyp1f1(a, a.plus(1), x.getFirst())).on(real(-3, 3, 3)),
        function("hyp2f1", x -> special.hyp2f1(a, a, a.plus(2), x.getFirst())).on(real(-.7, .7, 3)),
        function("erfcx", x -> special.erfcx(x.getFirst())).on(real(-1, 9, 7)),
        function("wofz", x -> jnp.real(special.wofz(jnp.complex(x.get(0), x.get(1)))))
            .on(real(-3, 3, 3), real(-1, 3, 3)),
        function("loggamma", x -> jnp.imag(special.loggamma(jnp.complex(x.get(0), x.get(1)))))
            .on(real(-3, 3, 3), real(.2, 3, 3)),
        function("comb", x -> special.comb(x.get(0), x.get(1))).on(real(3, 6, 5), real(0, 3, 5)),
        function("boxcox", x -> special.boxcox(x.get(0), x.get(1)))
            .on(real(.3, 3, 5), real(.3, 2, 5)),
        function("besselJn", x -> special.besselJn(x.getFirst(), 2)).on(real(1, 9, 2, 2)),
        function(
                "sphHarmY",
                x ->
                    jnp.real(
                        special.sphHarmY(
                            jnp.array(0, 2, 3), jnp.array(0, -1, 2), x.get(0), x.get(1))))
            .on(real(.3, 2.8, 3), real(0, 6, 3)));
  }
}
