package user;

import static jacobean.jax.jit;
import static user.Wrong.wrong;

import jacobean.Array;
import jacobean.Bins;
import jacobean.jnp;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of array functions as a new user may get them wrong. */
class WrongCallsTest {
  private static final Array X = jnp.array(1., 2., 3.);
  private static final Array FOUR = jnp.ones(4);
  private static final Array M = jnp.ones(2, 3);
  private static final Array I = jnp.array(1, 2, 3);
  private static final Array B = jnp.array(true, false, true);
  private static final Array S = jnp.array(2.);

  static Stream<Wrong> shapesAndAxes() {
    return Stream.of(
        wrong(
            "add: shapes (3,) and (4,) do not broadcast: axis -1 has lengths 3 and 4. Lengths must be equal, or 1",
            () -> X.plus(FOUR)),
        wrong(
            "add: shapes (2, 3) and (2, 2) do not broadcast: axis -1 has lengths 3 and 2. Lengths must be equal, or 1",
            () -> M.plus(jnp.ones(2, 2))),
        wrong(
            "matmul: shapes (3,) and (4,) do not fit: axis 0 of the left has length 3, axis 0 of the right has 4",
            () -> X.matmul(FOUR)),
        wrong(
            "matmul: shapes (2, 3) and (2, 3) do not fit: axis 1 of the left has length 3, axis 0 of the right has 2",
            () -> M.matmul(M)),
        wrong(
            "dot: shapes (2, 3) and (2, 3) do not fit: axis 1 of the left has length 3, axis 0 of the right has 2",
            () -> M.dot(M)),
        wrong(
            "matmul: operands must have at least one axis, got f32[2,3] and f32[]",
            () -> M.matmul(S)),
        wrong(
            "sum: axis 2 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> M.sum(2)),
        wrong(
            "sum: axis -3 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> M.sum(-3)),
        wrong("sum: an axis is named twice in [0, 0]", () -> M.sum(0, 0)),
        wrong("sum: an axis is named twice in [1, -1]", () -> M.sum(1, -1)),
        wrong(
            "mean: axis 5 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> X.mean(5)),
        wrong(
            "max: axis 0 of f32[0] is empty, and nothing has no max", () -> jnp.max(jnp.zeros(0))),
        wrong(
            "argmax: axis 4 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> jnp.argmax(M, 4)),
        wrong(
            "argmax: axis 0 of f32[0] is empty, and nothing has no argmax",
            () -> jnp.argmax(jnp.zeros(0))),
        wrong(
            "reshape: cannot make shape (4,) (4 elements) of f32[3] (3 elements)",
            () -> X.reshape(4)),
        wrong(
            "reshape: cannot make shape [-1, -1] of f32[2,3] (6 elements)",
            () -> M.reshape(-1, -1)),
        wrong(
            "reshape: cannot make shape [5, -1] of f32[2,3] (6 elements)", () -> M.reshape(5, -1)),
        wrong(
            "reshape: cannot make shape [-2, 3] of f32[2,3] (6 elements)", () -> M.reshape(-2, 3)),
        wrong(
            "transpose: (0, 0) is no permutation of the 2 axes of f32[2,3]",
            () -> M.transpose(0, 0)),
        wrong("transpose: (0,) is no permutation of the 2 axes of f32[2,3]", () -> M.transpose(0)),
        wrong(
            "transpose: axis 5 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> M.transpose(0, 5)));
  }

  static Stream<Wrong> describing() {
    return Stream.of(
        wrong("shape: lengths must not be negative, got [-1]", () -> Shape.of(-1)),
        wrong(
            "shape: axis 2 is out of bounds of (2, 3); wanted -2 to 1",
            () -> Shape.of(2, 3).dim(2)),
        wrong("shape: axis 0 is out of bounds of (), which has no axes", () -> Shape.of().drop(0)),
        wrong(
            "shape: axis 4 is out of bounds of (2, 3); wanted 0 to 2",
            () -> Shape.of(2, 3).insert(4, 1)),
        wrong("shape: lengths must not be negative, got [2, -3]", () -> Shape.of(2, 3).with(1, -3)),
        wrong("dtype: no dtype is named 'float'; there are", () -> DType.named("float")),
        wrong("wrap: float32 is no integer type", () -> DType.FLOAT32.wrap(1)),
        wrong("round: int32 is no floating type", () -> DType.INT32.round(1)),
        wrong("complex64 has no order", () -> DType.COMPLEX64.lowest()),
        wrong(
            "nanquantile: q must be real, got c64[]. Take jnp.real(q)",
            () -> jnp.nanquantile(X, jnp.complex(.5, 0))),
        wrong(
            "PrintOptions: wanted precision and threshold of at least 0",
            () -> jnp.getPrintoptions().precision(-1)));
  }

  static Stream<Wrong> indexes() {
    return Stream.of(
        wrong(
            "get: index 3 is out of bounds for axis 0 of an array of shape (3,); wanted -3 to 2",
            () -> X.get(3)),
        wrong(
            "get: index -4 is out of bounds for axis 0 of an array of shape (3,); wanted -3 to 2",
            () -> X.get(-4)),
        wrong(
            "get: too many indexes: an array of shape (3,) has 1 axes, got 2 indexes",
            () -> X.get(0, 0)),
        wrong(
            "get: cannot read '1:2:3:4' in the index \"1:2:3:4\"; wanted integers, slices start:stop:step, ... or None, separated by commas",
            () -> X.get("1:2:3:4")),
        wrong(
            "get: cannot read 'abc' in the index \"abc\"; wanted integers, slices start:stop:step, ... or None, separated by commas",
            () -> X.get("abc")),
        wrong("get: a slice's step must not be 0", () -> X.get("::0")),
        wrong(
            "get: an index must be an integer, text such as \"1:3, ..., ::-1\", or an array of integers or bools, got Double 1.5",
            () -> X.get(1.5)),
        wrong(
            "get: an array used as an index must be of integers or bools, got f32[2]",
            () -> X.get(jnp.array(0., 1.))),
        wrong("get: an index may have one '...', got 2", () -> M.get("...,...")),
        wrong(
            "get: a boolean mask must be as long as the axes that it selects from: it has length 2, axis 0 of shape (3,) has 3",
            () -> X.get(jnp.array(true, false))),
        wrong(
            "get: the arrays of an index must broadcast together, got shapes [(2,), (3,)]",
            () -> M.get(jnp.array(0, 1), jnp.array(0, 1, 2))),
        wrong(
            "get: cannot read '' in the index \"\"; wanted integers, slices start:stop:step, ... or None, separated by commas",
            () -> X.get("")),
        wrong(
            "at.set: shapes (3,) and (2,) do not broadcast: axis -1 has lengths 3 and 2. Lengths must be equal, or 1",
            () -> X.at("0:2").set(jnp.ones(3))),
        wrong(
            "at: index 7 is out of bounds for axis 0 of an array of shape (3,); wanted -3 to 2",
            () -> X.at(7).set(1)),
        wrong(
            "mode: got 'bla', wanted promise_in_bounds, clip, fill or drop",
            () -> X.at(0).mode("bla").set(1)),
        wrong(
            "get: too many indexes: an array of shape (2, 3) has 2 axes, got 3 indexes",
            () -> M.get("0,0,0")));
  }

  static Stream<Wrong> making() {
    return Stream.of(
        wrong(
            "concatenate: arrays may differ only along axis 0, got [f32[3], f32[2,3]]",
            () -> jnp.concatenate(List.of(X, M), 0)),
        wrong(
            "concatenate: arrays may differ only along axis 0, got [f32[2,3], f32[2,2]]",
            () -> jnp.concatenate(List.of(M, jnp.ones(2, 2)), 0)),
        wrong(
            "concatenate: wanted at least one array, got none",
            () -> jnp.concatenate(List.of(), 0)),
        wrong(
            "concatenate: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.concatenate(List.of(X, X), 1)),
        wrong(
            "stack: arrays must have one shape, got (3,) and (4,)",
            () -> jnp.stack(List.of(X, FOUR), 0)),
        wrong("stack: wanted at least one array, got none", () -> jnp.stack(List.of(), 0)),
        wrong(
            "vstack: concatenate: arrays may differ only along axis 0, got [f32[1,3], f32[1,4]]",
            () -> jnp.vstack(List.of(X, FOUR))),
        wrong(
            "hstack: concatenate: arrays may differ only along axis 0, got [f32[3], f32[2,3]]",
            () -> jnp.hstack(List.of(X, M))),
        wrong("split: axis 0 of f32[3] cannot be cut in 2 equal parts", () -> jnp.split(X, 2, 0)),
        wrong(
            "broadcastTo: shapes (3,) and (4,) do not broadcast: axis -1 has lengths 3 and 4. Lengths must be equal, or 1",
            () -> jnp.broadcastTo(X, 4)),
        wrong(
            "broadcastTo: f32[2,3] cannot be repeated to shape (3,)", () -> jnp.broadcastTo(M, 3)),
        wrong("squeeze: axis 0 of f32[2,3] has length 2", () -> jnp.squeeze(M, 0)),
        wrong(
            "expandDims: axis 5 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> jnp.expandDims(X, 5)),
        wrong(
            "swapaxes: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.swapaxes(X, 0, 1)),
        wrong(
            "moveaxis: axis 3 is out of bounds for an array with 2 axes; wanted -2 to 1",
            () -> jnp.moveaxis(M, 0, 3)),
        wrong(
            "flip: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.flip(X, 1)),
        wrong(
            "roll: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.roll(X, 1, 1)),
        wrong(
            "repeat: the number of repeats must not be negative, got -1", () -> jnp.repeat(X, -1)),
        wrong("tile: repetitions must not be negative, got [-2]", () -> jnp.tile(X, -2)),
        wrong("zeros: shape: lengths must not be negative, got [-1]", () -> jnp.zeros(-1)),
        wrong("ones: shape: lengths must not be negative, got [2, -3]", () -> jnp.ones(2, -3)),
        wrong("eye: shape: lengths must not be negative, got [-1, -1]", () -> jnp.eye(-1)),
        wrong("shape: lengths must not be negative, got [-1]", () -> jnp.full(Shape.of(-1), 1)),
        wrong("arange: the step must not be 0", () -> jnp.arange(0, 5, 0)),
        wrong(
            "linspace: the number of samples must not be negative, got -1",
            () -> jnp.linspace(0, 1, -1)),
        wrong(
            "array: rows must have one length, got 2 and 1 at depth 1. Pad the shorter ones",
            () -> jnp.array(new double[][] {{1, 2}, {3}})),
        wrong(
            "array: rows must have one length, got 2 and 1 at depth 1. Pad the shorter ones",
            () -> jnp.array(List.of(List.of(1, 2), List.of(3)))),
        wrong(
            "array: an element is a String, a; wanted numbers, bools or arrays",
            () -> jnp.array(List.of("a", "b"))),
        wrong("Bins.of: histogram: wanted at least one bin, got 0", () -> Bins.of(0)),
        wrong("dtype: no dtype is named 'float33'", () -> X.astype(DType.named("float33"))));
  }

  static Stream<Wrong> products() {
    return Stream.of(
        wrong(
            "einsum: 'ij,jk->ik' gives the label 'j' to axes of lengths 3 and 2",
            () -> jnp.einsum("ij,jk->ik", M, M)),
        wrong(
            "einsum: 'ij,jk->ik' names 2 operands, got 1. Separate operands with commas, as in 'ij,jk->ik'",
            () -> jnp.einsum("ij,jk->ik", M)),
        wrong(
            "einsum: 'ijk->i' gives 'ijk' to an operand with 2 axes",
            () -> jnp.einsum("ijk->i", M)),
        wrong(
            "einsum: 'ij->k' has 'k' in the result but in no operand",
            () -> jnp.einsum("ij->k", M)),
        wrong("einsum: 'ij->ii' has 'i' in the result twice", () -> jnp.einsum("ij->ii", M)),
        wrong(
            "einsum: 'ij->i->j' has more than one '->'; wanted 'operands->result'",
            () -> jnp.einsum("ij->i->j", M)),
        wrong(
            "einsum: 'ii->i' gives the label 'i' to axes of lengths 2 and 3",
            () -> jnp.einsum("ii->i", M)),
        wrong(
            "tensordot: dot_general: the contracted axes must have one length, got 3 (axis 1 of f32[2,3]) and 2 (axis 0 of f32[2,3])",
            () -> jnp.tensordot(M, M, 1)),
        wrong(
            "tensordot: cannot sum over 5 axes of f32[2,3] and f32[2,3]",
            () -> jnp.tensordot(M, M, 5)),
        wrong(
            "cross: the vectors must have 2 or 3 components, got 4 and 4 along axis -1 of f32[4] and f32[4]",
            () -> jnp.cross(FOUR, FOUR)),
        wrong(
            "vdot: dot: shapes (3,) and (4,) do not fit: axis 0 of the left has length 3, axis 0 of the right has 4",
            () -> jnp.vdot(X, FOUR)),
        wrong(
            "inner: shapes (2, 3) and (4,) do not fit: axis 1 of the left has length 3, axis 0 of the right has 4",
            () -> jnp.inner(M, FOUR)),
        wrong(
            "trace: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.trace(X)),
        wrong(
            "diagonal: wanted an array with at least two axes, got f32[3]", () -> jnp.diagonal(X)),
        wrong(
            "diag: wanted a vector or a matrix, got f32[2,2,2]", () -> jnp.diag(jnp.ones(2, 2, 2))),
        wrong("tril: wanted an array with at least two axes, got f32[3]", () -> jnp.tril(X)),
        wrong(
            "rot90: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.rot90(X)));
  }

  static Stream<Wrong> linearAlgebra() {
    return Stream.of(
        wrong("inv: wanted square matrices, got f32[2,3]", () -> jnp.linalg.inv(M)),
        wrong("inv: wanted a matrix or a stack of them, got f32[3]", () -> jnp.linalg.inv(X)),
        wrong("det: wanted square matrices, got f32[2,3]", () -> jnp.linalg.det(M)),
        wrong(
            "solve: the right side must be a vector or matrices with 2 rows, got f32[3] for f32[2,2]",
            () -> jnp.linalg.solve(jnp.eye(2), X)),
        wrong("cholesky: wanted square matrices, got f32[2,3]", () -> jnp.linalg.cholesky(M)),
        wrong("eigh: wanted square matrices, got f32[2,3]", () -> jnp.linalg.eigh(M)),
        wrong("svd: wanted a matrix or a stack of them, got f32[3]", () -> jnp.linalg.svd(X)),
        wrong("qr: wanted a matrix or a stack of them, got f32[3]", () -> jnp.linalg.qr(X)),
        wrong(
            "norm: wanted a number, \"fro\" or \"nuc\", got \"bla\"",
            () -> jnp.linalg.norm(M, "bla")),
        wrong(
            "norm: the order of a matrix norm must be 1, 2, infinity or one of these negated, got 3.0",
            () -> jnp.linalg.norm(M, 3)),
        wrong(
            "lstsq: wanted a matrix, and a vector or matrix with as many rows",
            () -> jnp.linalg.lstsq(M, X)),
        wrong(
            "matrixPower: wanted square matrices, got f32[2,3]",
            () -> jnp.linalg.matrixPower(M, 2)),
        wrong(
            "multiDot: wanted two matrices or more (the first and the last may be vectors), each with as many rows as the one before has columns",
            () -> jnp.linalg.multiDot(List.of(M, M))),
        wrong(
            "inv: linear_solve: there is no float16 linear algebra, got f16[2,2]",
            () -> jnp.linalg.inv(jnp.eye(2).astype(DType.FLOAT16))));
  }

  static Stream<Wrong> functions() {
    return Stream.of(
        wrong(
            "bitwiseAnd: and: operands must be bool or integers, got [f32[3], f32[3]]",
            () -> X.and(X)),
        wrong(
            "leftShift: shift_left: operands must be bool or integers, got [f32[3], f32[]]",
            () -> X.shl(1)),
        wrong(
            "bitwiseNot: not: the operand must be bool or an integer, got f32[3]",
            () -> jnp.bitwiseNot(X)),
        wrong("negative: neg: operands must be numbers, got bool", () -> B.unaryMinus()),
        wrong("subtract: sub: operands must be numbers, got bool", () -> B.minus(B)),
        wrong(
            "power: integer_pow: integers cannot be raised to the negative power -1, got i32[3]",
            () -> jnp.power(I, -1)),
        wrong(
            "at.set: shapes (5,) and (2,) do not broadcast: axis -1 has lengths 5 and 2. Lengths must be equal, or 1",
            () -> X.at(B).set(jnp.ones(5))),
        wrong(
            "where: shapes (3,) and (2, 3) and (4,) do not broadcast: axis -1 has lengths 3 and 4. Lengths must be equal, or 1",
            () -> jnp.where(B, M, FOUR)),
        wrong(
            "clip: maximum: shapes (3,) and (4,) do not broadcast: axis -1 has lengths 3 and 4. Lengths must be equal, or 1",
            () -> jnp.clip(X, FOUR, null)),
        wrong(
            "cumsum: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.cumsum(X, 1)),
        wrong(
            "sort: axis 1 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.sort(X, 1)),
        wrong(
            "take: axis 2 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.take(X, jnp.array(0), 2)),
        wrong(
            "take: the indexes must be integers, got f32[]", () -> jnp.take(X, jnp.array(0.5), 0)),
        wrong(
            "takeAlongAxis: the array and the indexes must have the same number of axes, got f32[2,3] and i32[3]",
            () -> jnp.takeAlongAxis(M, I, 1)),
        wrong(
            "searchsorted: wanted a vector to search in, got f32[2,3]",
            () -> jnp.searchsorted(M, X)),
        wrong(
            "interp: wanted places and values as vectors of one length, got f32[3] and f32[4]",
            () -> jnp.interp(X, X, FOUR)),
        wrong(
            "convolve: wanted two vectors that are not empty, got f32[2,3] and f32[3]",
            () -> jnp.convolve(M, X)),
        wrong(
            "convolve: mode must be \"full\", \"same\" or \"valid\", got \"big\"",
            () -> jnp.convolve(X, X, "big")),
        wrong("histogram: wanted at least one bin, got -1", () -> jnp.histogram(X, -1)),
        wrong("bincount: wanted a vector of integers, got f32[3]", () -> jnp.bincount(X)),
        wrong(
            "unique: how many elements the result has depends on the numbers in f32[3], which is traced by jit",
            () -> jit((Array q) -> jnp.unique(q)).apply(X)),
        wrong(
            "nonzero: how many elements the result has depends on the numbers in f32[3], which is traced by jit",
            () -> jit((Array q) -> jnp.nonzero(q).get(0)).apply(X)),
        wrong(
            "gradient: wanted at least two elements along axis 0, got f32[1]",
            () -> jnp.gradient(jnp.ones(1))),
        wrong("diff: the order must not be negative, got -1", () -> jnp.diff(X, -1)),
        wrong(
            "median: axis 3 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.median(X, 3)),
        wrong(
            "average: weights must have the operand's shape (3,) or the lengths of the axes [3], got f32[4]",
            () -> jnp.average(X, jnp.ones(4))),
        wrong(
            "corrcoef: cov: wanted variables and observations, two axes at most, got f32[2,2,2]",
            () -> jnp.corrcoef(jnp.ones(2, 2, 2))),
        wrong("meshgrid: wanted vectors, got [f32[2,3], f32[3]]", () -> jnp.meshgrid(M, X)),
        wrong(
            "pad: wanted for each axis of f32[3] how many elements go before and after, got [[-1, -1]]",
            () -> jnp.pad(X, -1)),
        wrong(
            "pad: wanted for each axis of f32[2,3] how many elements go before and after, got [[1, 1], [1, 1], [1, 1]]",
            () -> jnp.pad(M, new int[][] {{1, 1}, {1, 1}, {1, 1}})),
        wrong(
            "pad: there is no mode 'foo'; wanted constant, empty, edge, wrap, symmetric, reflect, linear_ramp, maximum, minimum or mean",
            () -> jnp.pad(X, 1, "foo")),
        wrong(
            "fft: axis 4 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.fft.fft(X, 3, 4)),
        wrong(
            "fft2: axis -2 is out of bounds for an array with 1 axes; wanted -1 to 0",
            () -> jnp.fft.fft2(X)),
        wrong(
            "rfft: wanted a real array, got c64[1]",
            () -> jnp.fft.rfft(jnp.complex(1, 2).reshape(1))));
  }

  @ParameterizedTest
  @MethodSource({
    "shapesAndAxes",
    "describing",
    "indexes",
    "making",
    "products",
    "linearAlgebra",
    "functions"
  })
  void messagesNameTheFunctionAndWhatItGot(Wrong wrong) {
    wrong.check();
  }
}
