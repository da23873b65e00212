package jacobean.bench;

import static jacobean.jax.jit;
import static jacobean.jax.valueAndGrad;

import jacobean.Array;
import jacobean.Convolution;
import jacobean.fn.Fn2;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Networks: training steps with Adam, written by hand, and an inference. */
final class NetworkWorkloads {
  private NetworkWorkloads() {}

  static Map<String, Supplier<Runnable>> all() {
    return Map.of(
        "mlp_784_b128_adam", NetworkWorkloads::perceptron,
        "cnn_28_b32_adam", NetworkWorkloads::convolutional,
        "resnet18_224_b1", NetworkWorkloads::resnet);
  }

  private static Array normal(int... shape) {
    return random.normal(random.PRNGKey(2022), shape);
  }

  private static Array labels(int n) {
    return jnp.arange(n).rem(10);
  }

  // --- Parts ---

  private record Dense(Array w, Array b) {
    static Dense of(int in, int out) {
      return new Dense(normal(in, out).div(Math.sqrt(in)), jnp.zeros(out));
    }

    Array apply(Array x) {
      return jnp.matmul(x, w).plus(b);
    }
  }

  private record Conv(Array w, Array b) {
    static Conv of(int size, int in, int out) {
      return new Conv(normal(size, size, in, out).div(Math.sqrt(size * size * in)), jnp.zeros(out));
    }

    Array apply(Array x, int stride) {
      return lax.convGeneralDilated(
              x,
              w,
              Convolution.of(stride, stride)
                  .padding("SAME")
                  .dimensionNumbers("NHWC", "HWIO", "NHWC"))
          .plus(b);
    }
  }

  private static Array averagePool(Array x) {
    return lax.reduceWindowSum(x, new int[] {1, 2, 2, 1}, new int[] {1, 2, 2, 1}, "VALID").div(4);
  }

  private static Array crossEntropy(Array logits, Array labels) {
    var logs = jax.nn.logSoftmax(logits);
    return jnp.mean(jnp.sum(logs.times(jax.nn.oneHot(labels, 10)), -1)).unaryMinus();
  }

  // --- Training ---

  private record Adam<P>(P params, P first, P second, Array count) {
    static <P> Adam<P> of(P params) {
      var zeros = tree.map(p -> jnp.zerosLike(p), params);
      return new Adam<>(params, zeros, zeros, jnp.array(0));
    }

    Adam<P> step(P gradient) {
      var t = count.plus(1);
      var m = tree.map((a, g) -> a.times(0.9).plus(g.times(0.1)), first, gradient);
      var v = tree.map((a, g) -> a.times(0.999).plus(g.times(g).times(0.001)), second, gradient);
      var mScale = jnp.reciprocal(jnp.power(jnp.array(0.9), t).unaryMinus().plus(1));
      var vScale = jnp.reciprocal(jnp.power(jnp.array(0.999), t).unaryMinus().plus(1));
      var next =
          tree.map(
              (p, a, b) ->
                  p.minus(a.times(mScale).times(1e-3).div(jnp.sqrt(b.times(vScale)).plus(1e-8))),
              params,
              m,
              v);
      return new Adam<>(next, m, v, t);
    }
  }

  private record Trained<P>(Adam<P> state, Array loss) {}

  private static <P> Runnable training(
      P params, Fn2<P, Array, Array> model, Array images, Array labels) {
    var step =
        jit(
            (Adam<P> s, Array x) -> {
              var loss =
                  valueAndGrad((P p, Array in) -> crossEntropy(model.apply(p, in), labels))
                      .apply(s.params(), x);
              return new Trained<>(s.step(loss.grad()), loss.value());
            });
    var state = new ArrayList<>(List.of(Adam.of(params)));
    return () -> state.set(0, step.apply(state.get(0), images).state());
  }

  private record Perceptron(Dense a, Dense b, Dense c) {}

  private static Runnable perceptron() {
    return training(
        new Perceptron(Dense.of(784, 512), Dense.of(512, 256), Dense.of(256, 10)),
        (p, x) -> p.c.apply(jax.nn.relu(p.b.apply(jax.nn.relu(p.a.apply(x))))),
        normal(128, 784),
        labels(128));
  }

  private record Convolutional(Conv a, Conv b, Dense c, Dense d) {}

  private static Runnable convolutional() {
    return training(
        new Convolutional(
            Conv.of(3, 1, 32), Conv.of(3, 32, 64), Dense.of(3136, 256), Dense.of(256, 10)),
        (p, x) -> {
          var y = averagePool(jax.nn.relu(p.a.apply(x, 1)));
          y = averagePool(jax.nn.relu(p.b.apply(y, 1)));
          return p.d.apply(jax.nn.relu(p.c.apply(y.reshape(32, -1))));
        },
        normal(32, 28, 28, 1),
        labels(32));
  }

  // --- ResNet-18, its normalizations folded into the convolutions ---

  private record Block(Conv first, Conv second, List<Conv> shortcut) {
    static Block of(int in, int out) {
      return new Block(
          Conv.of(3, in, out),
          Conv.of(3, out, out),
          in == out ? List.of() : List.of(Conv.of(1, in, out)));
    }

    Array apply(Array x) {
      int stride = shortcut.isEmpty() ? 1 : 2;
      var y = second.apply(jax.nn.relu(first.apply(x, stride)), 1);
      return jax.nn.relu(y.plus(shortcut.isEmpty() ? x : shortcut.get(0).apply(x, stride)));
    }
  }

  private record ResNet(Conv stem, List<Block> blocks, Dense head) {}

  private static Runnable resnet() {
    var blocks = new ArrayList<Block>();
    int in = 64;
    for (int out : new int[] {64, 64, 128, 128, 256, 256, 512, 512}) {
      blocks.add(Block.of(in, out));
      in = out;
    }
    var net = new ResNet(Conv.of(7, 3, 64), blocks, Dense.of(512, 1000));
    var infer =
        jit(
            (ResNet p, Array x) -> {
              var y = jax.nn.relu(p.stem.apply(x, 2));
              y = lax.reduceWindowMax(y, new int[] {1, 3, 3, 1}, new int[] {1, 2, 2, 1}, "SAME");
              for (var block : p.blocks) {
                y = block.apply(y);
              }
              return p.head.apply(jnp.mean(y, 1, 2));
            });
    var image = normal(1, 224, 224, 3);
    return () -> infer.apply(net, image);
  }
}
