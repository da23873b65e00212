package user;

import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jacfwd;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.outAxes;
import static jacobean.jax.staticArgnums;
import static jacobean.jax.vjp;
import static jacobean.jax.vmap;
import static user.Wrong.wrong;

import jacobean.Along;
import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.DotDimensionNumbers;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.tree;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, transformations, loops, {@code lax} and trees as a new user may get them wrong. */
class WrongUsesTest {
  private static final Array X = jnp.array(1., 2., 3.);
  private static final Array FOUR = jnp.ones(4);
  private static final Array M = jnp.ones(2, 3);
  private static final Array I = jnp.array(1, 2, 3);
  private static final Array B = jnp.array(true, false, true);
  private static final Array S = jnp.array(2.);
  private static final Array KEY = random.key(0);

  static Stream<Wrong> randomness() {
    return Stream.of(
        wrong(
            "random.normal: random.bits: a key is uint32[2], got f32[3]",
            () -> random.normal(X, 3)),
        wrong(
            "random.normal: random.bits: a key is uint32[2], got f32[]", () -> random.normal(S, 3)),
        wrong(
            "random.normal: random.bits: a key is uint32[2], got i32[]",
            () -> random.normal(jnp.array(0), 3)),
        wrong(
            "random.split: shape: lengths must not be negative, got [-1]",
            () -> random.split(KEY, -1)),
        wrong(
            "random.normal: shape: lengths must not be negative, got [-3]",
            () -> random.normal(random.key(2), -3)),
        wrong(
            "random.choice: cannot take 5 of 3 without replacement",
            () -> random.choice(random.key(3), 3, Shape.of(5), false)),
        wrong(
            "categorical: axis -1 is out of bounds for an array with 0 axes",
            () -> random.categorical(random.key(6), S)),
        wrong(
            "random.permutation: there is nothing to order in f32[]",
            () -> random.permutation(random.key(7), S)),
        wrong(
            "random.uniform: dtype must be floating, got int32. Convert the draw with astype(int32)",
            () -> random.uniform(random.key(9), Shape.of(2), DType.INT32)),
        wrong(
            "random.multivariateNormal: wanted a mean of shape (..., n) and a covariance of shape (..., n, n), got f32[3] and f32[2,2]",
            () -> random.multivariateNormal(random.key(10), X, jnp.eye(2))));
  }

  static Stream<Wrong> transformations() {
    return Stream.of(
        wrong(
            "grad: argument 0 must be floating to be differentiated by, got i32[3]",
            () -> grad((Array q) -> jnp.sum(q)).apply(I)),
        wrong(
            "grad: the function must give one scalar, got [f32[3]]",
            () -> grad((Array q) -> q.times(2)).apply(X)),
        wrong(
            "grad: the function must give a floating number, got i32[]",
            () -> grad((Array q) -> jnp.argmax(q)).apply(X)),
        wrong(
            "grad: argnums names argument 3 of a function of 1 arguments; wanted 0 to 0",
            () -> grad((Array q) -> jnp.sum(q), 3).apply(X)),
        wrong(
            "toBoolean: this bool[] is traced by jit and has no numbers yet",
            () -> jit((Array q) -> q.gt(0).toBoolean() ? q : q).apply(S)),
        wrong(
            "item: this f32[] is traced by jit and has no numbers yet",
            () -> jit((Array q) -> jnp.array(q.item())).apply(S)),
        wrong(
            "toInt: this i32[] is traced by jit and has no numbers yet",
            () -> jit((Array q) -> jnp.zeros(q.toInt())).apply(jnp.array(3))),
        wrong(
            "get: a boolean mask bool[3] is traced, so that the number of elements that it selects is not known",
            () -> jit((Array q) -> q.get(q.gt(0))).apply(X)),
        wrong(
            "vmap: batch axes must have one length, got 3 and 4 (leaf 1, argument [1], f32[4])",
            () -> vmap((Array p, Array q) -> p.plus(q)).apply(X, FOUR)),
        wrong(
            "vmap: argument 0 has a scalar leaf, which has no axis to batch over",
            () -> vmap((Array p) -> p).apply(S)),
        wrong(
            "vmap: inAxes: axis 3 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> vmap((Array p) -> p, inAxes(3)).apply(X)),
        wrong(
            "vmap: inAxes must have one entry per argument, got 2 for 1",
            () -> vmap((Array p) -> p, inAxes(0, 0)).apply(X)),
        wrong(
            "vmap: at least one argument must be batched",
            () -> vmap((Array p) -> p, inAxes((Object) null)).apply(X)),
        wrong(
            "vmap: outAxes: axis 3 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> vmap((Array p) -> p, outAxes(3)).apply(X)),
        wrong(
            "jit: staticArgnums names argument 2 of a function of 1 arguments",
            () -> jit((Array p) -> p, staticArgnums(2)).apply(X)),
        wrong(
            "jvp: tangent[0] must have the shape of what it belongs to, f32[3], got f32[4]",
            () -> jvp((Array q) -> q.times(2), X, FOUR)),
        wrong(
            "vjp: cotangent must have the shape of what it belongs to, f32[3], got f32[4]",
            () -> vjp((Array q) -> q.times(2), X).apply(FOUR)),
        wrong(
            "jacfwd: the argument must be floating to be differentiated, got i32[3]",
            () -> jacfwd((Array q) -> q).apply(I)));
  }

  static Stream<Wrong> loopsAndLax() {
    return Stream.of(
        wrong(
            "cond: all branches must give one type, but the result of falseFun is i32[3] and that of trueFun is f32[3], so the dtypes do not match",
            () -> lax.cond(jnp.array(true), (Array q) -> q, (Array q) -> q.astype(DType.INT32), X)),
        wrong(
            "cond: all branches must give one type, but the result of falseFun is f32[2] and that of trueFun is f32[3], so the shapes do not match",
            () -> lax.cond(jnp.array(true), (Array q) -> q, (Array q) -> q.get("0:2"), X)),
        wrong(
            "cond: the predicate must be a scalar, got bool[3]",
            () -> lax.cond(B, (Array q) -> q, (Array q) -> q, X)),
        wrong(
            "scan: the carry goes into the body as f32[] and comes out as i32[], so the dtypes do not match",
            () -> lax.scan((Array cc, Array q) -> lax.step(cc.astype(DType.INT32), q), S, X)),
        wrong(
            "scan: the carry goes into the body as f32[] and comes out as f32[3], so the shapes do not match",
            () -> lax.scan((Array cc, Array q) -> lax.step(X, q), S, X)),
        wrong(
            "scan: xs is a scalar, f32[], which has no first axis to go along",
            () -> lax.scan((Array cc, Array q) -> lax.step(cc, q), S, S)),
        wrong(
            "scan: xs is f32[3], with a first axis of length 3, but length is 5. All must have one length",
            () -> lax.scan((Array cc, Array q) -> lax.step(cc, q), S, X, lax.length(5))),
        wrong(
            "scan: there are no xs to go along and no length",
            () -> lax.scan((Array cc, Array q) -> lax.step(cc, cc), S, null)),
        wrong(
            "whileLoop: the condition must give one bool scalar, got [f32[3]]",
            () -> lax.whileLoop((Array q) -> q, (Array q) -> q, X)),
        wrong(
            "whileLoop: the carry goes into the body as f32[3] and comes out as f32[], so the shapes do not match",
            () -> lax.whileLoop((Array q) -> jnp.any(q.lt(3)), (Array q) -> q.get(0), X)),
        wrong(
            "foriLoop: the carry goes into the body as f32[3] and comes out as f32[2,3], so the shapes do not match",
            () -> lax.foriLoop(0, 3, (Array n, Array q) -> jnp.stack(List.of(q, q), 0), X)),
        wrong(
            "switch: wanted at least one branch, got none",
            () -> lax.switch_(jnp.array(0), List.<ArrayFn1>of(), X)),
        wrong(
            "switch: the index must be an integer scalar, got f32[]",
            () -> lax.switch_(jnp.array(0.5), List.<ArrayFn1>of(q -> q, q -> q), X)),
        wrong(
            "map: xs is a scalar, f32[], which has no first axis to go along",
            () -> lax.map(q -> q, S)),
        wrong("add: operands must have one dtype, got [f32[3], i32[3]]", () -> lax.add(X, I)),
        wrong(
            "add: operands must have the same shape or be scalars, got [f32[2,3], f32[3]]. jnp.add broadcasts",
            () -> lax.add(M, X)),
        wrong(
            "dot_general: the contracted axes must have one length, got 3 (axis 1 of f32[2,3]) and 2 (axis 0 of f32[2,3])",
            () -> lax.dotGeneral(M, M, DotDimensionNumbers.contract(1, 0))),
        wrong(
            "conv: convGeneralDilated: with 1 strides, operand and kernel must have 3 axes and dilations 1 numbers",
            () -> lax.conv(M, M, new int[] {1}, "SAME")),
        wrong(
            "reduceSum: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> lax.reduceSum(X, 1)),
        wrong(
            "dynamicSlice: wanted one number for each of the 1 axes of f32[3], got 2",
            () -> lax.dynamicSlice(X, new int[] {0, 0}, new int[] {1})),
        wrong("psum: no axis is named 'i' here", () -> lax.psum(X, "i")),
        wrong(
            "slice: cannot take 0 to 9 by 1 along axis 0 of f32[3]; wanted 0 <= start <= limit <= 3 and a positive stride",
            () -> lax.slice(X, new int[] {0}, new int[] {9})),
        wrong(
            "broadcast_in_dim: axis 0 of f32[3] has length 3 and cannot become axis 1 of shape (2, 2)",
            () -> lax.broadcastInDim(X, Shape.of(2, 2), 1)),
        wrong(
            "top_k: k must be between 0 and the length of the last axis, got 7 for f32[3]",
            () -> lax.topK(X, 7)),
        wrong(
            "iota: shape: lengths must not be negative, got [-1]", () -> lax.iota(DType.INT32, -1)),
        wrong(
            "sort: axis 3 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> lax.sort(X, 3)),
        wrong(
            "clamp: le: operands must have the same shape or be scalars, got [f32[3], f32[4]]. jnp.le broadcasts",
            () -> lax.clamp(FOUR, X, FOUR)),
        wrong(
            "select: select_n: operands must have the same shape or be scalars, got [bool[3], f32[4], f32[3]]. jnp.select_n broadcasts",
            () -> lax.select(B, X, FOUR)),
        wrong("rsqrt: operands must be floating, got [i32[3]]", () -> lax.rsqrt(I)),
        wrong("sin: operands must be floating, got [i32[3]]", () -> lax.sin(I)),
        wrong(
            "concatenate: arrays must have one dtype, got [f32[3], i32[3]]",
            () -> lax.concatenate(List.of(X, I), 0)),
        wrong(
            "reshape: cannot make shape (2, 2) (4 elements) of f32[3] (3 elements)",
            () -> lax.reshape(X, 2, 2)),
        wrong(
            "transpose: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> lax.transpose(X, 1)),
        wrong("squeeze: axis 0 of f32[2,3] has length 2", () -> lax.squeeze(M, 0)),
        wrong(
            "expandDims: axis 9 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> lax.expandDims(X, 9)),
        wrong(
            "rev: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> lax.rev(X, 1)),
        wrong(
            "pad: an axis of the result would have length -2",
            () -> lax.pad(X, 0., new int[][] {{-5, 0, 0}})),
        wrong(
            "bitcast_convert_type: the dtypes must have one width, got float32 to int8",
            () -> lax.bitcastConvertType(X, DType.INT8).shape()),
        wrong(
            "argmax: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> lax.argmax(X, 1, DType.INT32)),
        wrong("fftn: an axis is named twice in [0, 0]", () -> jnp.fft.fftn(X, Along.axes(0, 0))));
  }

  static Stream<Wrong> others() {
    return Stream.of(
        wrong(
            "softmax: axis 2 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jax.nn.softmax(X, 2)),
        wrong(
            "logsumexp: axis 4 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jax.nn.logsumexp(X, 4)),
        wrong(
            "dotProductAttention: wanted a query [batch, length, heads, depth], a key and a value [batch, source, key heads, depth] with heads a multiple of key",
            () -> jax.nn.dotProductAttention(X, X, X)),
        wrong("glu: split: axis -1 of f32[3] cannot be cut in 2 equal parts", () -> jax.nn.glu(X)),
        wrong(
            "tree.map: trees must have one structure, got {'a': *} and {'b': *}",
            () -> tree.map((p, q) -> p.plus(q), Map.of("a", 1), Map.of("b", 2))),
        wrong(
            "tree.unflatten: the structure [*, *] has 2 leaves, got 1",
            () -> tree.unflatten(tree.structure(List.of(1, 2)), List.of(1))),
        wrong(
            "tree.map: wanted an array or a number, got an int[]. Convert it with jnp.array",
            () -> tree.map(x -> x, new int[] {1, 2})),
        wrong(
            "jit at [0][0]: wanted an array or a number, got a String, s",
            () -> jit((List<Object> q) -> jnp.array(1)).apply(List.of("s"))),
        wrong(
            "item: only an array with one element is a single number, got f32[3]", () -> X.item()),
        wrong(
            "toBoolean: only an array with one element is a single number, got f32[3]",
            () -> X.toBoolean()),
        wrong(
            "shape: axis 5 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> X.shape(5)),
        wrong("length: shape: axis 0 is out of bounds for an array with 0 axes", () -> S.length()),
        wrong(
            "frombuffer: 3 bytes are no multiple of the 4 bytes of a int32",
            () -> jnp.frombuffer(new byte[3], DType.INT32)),
        wrong(
            "fromstring: wanted int32 numbers with ' ' between them, got '1 a'",
            () -> jnp.fromstring("1 a", DType.INT32, " ")),
        wrong(
            "select: wanted one condition for each choice, got 1 conditions and 2 choices",
            () -> jnp.select(List.of(B), List.of(X, X))),
        wrong(
            "choose: there are 2 choices, numbered from 0, got 5. Use mode \"clip\" or \"wrap\" for numbers outside",
            () -> jnp.choose(jnp.array(5), List.of(X, X))),
        wrong(
            "piecewise: with 1 conditions wanted 1 or 2 functions, got 0",
            () -> jnp.piecewise(X, List.of(B), List.of())),
        wrong(
            "vectorize: the signature must name the axes of arguments and results, as in (n,m),(m)->(n), got '(n->'",
            () -> jnp.vectorize((Array p) -> p, "(n->")),
        wrong(
            "argsort: axis 3 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.argsort(X, 3)),
        wrong(
            "nanmax: max: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.nanmax(X, 1)),
        wrong("digitize: the bins must be a vector, got f32[2,3]", () -> jnp.digitize(X, M)),
        wrong("vander: wanted a vector, got f32[2,3]", () -> jnp.vander(M)),
        wrong("tri: shape: lengths must not be negative, got [-3, -3]", () -> jnp.tri(-3)),
        wrong("delete: index 7 is out of bounds for an axis of length 3", () -> jnp.delete(X, 7)),
        wrong(
            "append: concatenate: arrays may differ only along axis 0, got [f32[2,3], f32[3]]",
            () -> jnp.append(M, X, 0)),
        wrong("resize: shape: lengths must not be negative, got [-1]", () -> jnp.resize(X, -1)),
        wrong(
            "trapezoid: multiply: shapes (3,) and (2,) do not broadcast: axis -1 has lengths 3 and 2. Lengths must be equal, or 1",
            () -> jnp.trapezoid(X, FOUR)),
        wrong(
            "cov: wanted variables and observations, two axes at most, got f32[2,2,2]",
            () -> jnp.cov(jnp.ones(2, 2, 2))),
        wrong("finfo: int32 is no floating dtype", () -> jnp.finfo(DType.INT32)),
        wrong("iinfo: float32 is no integer dtype", () -> jnp.iinfo(DType.FLOAT32)),
        wrong("dtype: no dtype is named 'int7'", () -> DType.named("int7")));
  }

  @ParameterizedTest
  @MethodSource({"randomness", "transformations", "loopsAndLax", "others"})
  void messagesNameTheFunctionAndWhatItGot(Wrong wrong) {
    wrong.check();
  }
}
