package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The Threefry-2x32 block cipher with 20 rounds: Salmon et al., "Parallel random numbers: as easy
 * as 1, 2, 3" (2011). JAX's default generator is this cipher on a counter.
 */
public final class Threefry {
  private static final int[][] ROTATIONS = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  private static final int PARITY = 0x1BD11BDA;
  private static final int GROUPS = 5;

  private Threefry() {}

  /** Two key words and two counter words to two random words; all uint32, elementwise. */
  public record Threefry2x32() implements Elementwise, Flat {
    @Override
    public String name() {
      return "threefry2x32";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      if (commonType(operands) != DType.UINT32) {
        throw new DTypeException(
            "threefry2x32: keys and counters must be uint32, got " + operands + ".");
      }
      return DType.UINT32;
    }

    @Override
    public int resultCount() {
      return 2;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      return Collections.nCopies(2, Aval.of(commonShape(operands), resultType(operands)));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var out = abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst();
      var first = HostArray.allocate(out);
      var second = HostArray.allocate(out);
      for (long i = 0; i < out.size(); i++) {
        var words = new int[4];
        for (int k = 0; k < 4; k++) {
          var x = operands.get(k);
          words[k] = (int) x.integer(Elementwise.positionIn(x, i));
        }
        Threefry.encrypt(words);
        first.setInteger(i, words[2]);
        second.setInteger(i, words[3]);
      }
      return List.of(first, second);
    }

    @Override
    public Expr element(List<Expr> elements) {
      throw new IllegalStateException("threefry2x32 has two results");
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise)
          (inputs, index) ->
              encrypt(inputs.stream().map(o -> Elementwise.elementOf(o, index)).toList());
    }

    private static List<Expr> encrypt(List<Expr> words) {
      var key = new ArrayList<>(words.subList(0, 2));
      key.add(words.get(0).op(Op.XOR, words.get(1)).op(Op.XOR, word(PARITY)));
      var a = words.get(2).plus(key.get(0));
      var b = words.get(3).plus(key.get(1));
      for (int group = 0; group < GROUPS; group++) {
        for (int rotation : ROTATIONS[group % 2]) {
          a = a.plus(b);
          b =
              b.op(Op.SHL, word(rotation))
                  .op(Op.OR, b.op(Op.USHR, word(32 - rotation)))
                  .op(Op.XOR, a);
        }
        a = a.plus(key.get((group + 1) % 3));
        b = b.plus(key.get((group + 2) % 3)).plus(word(group + 1));
      }
      return List.of(a, b);
    }

    private static Expr word(int bits) {
      return Expr.integer(DType.UINT32, bits & 0xFFFF_FFFFL);
    }
  }

  /** Enciphers words 2 and 3, the counter, in place by words 0 and 1, the key. */
  static void encrypt(int[] words) {
    int[] key = {words[0], words[1], words[0] ^ words[1] ^ PARITY};
    int a = words[2] + key[0];
    int b = words[3] + key[1];
    for (int group = 0; group < GROUPS; group++) {
      for (int rotation : ROTATIONS[group % 2]) {
        a += b;
        b = Integer.rotateLeft(b, rotation) ^ a;
      }
      a += key[(group + 1) % 3];
      b += key[(group + 2) % 3] + group + 1;
    }
    words[2] = a;
    words[3] = b;
  }

  /** The two random words for each counter. */
  public static List<Value> threefry2x32(Value key0, Value key1, Value high, Value low) {
    return new Threefry2x32().bind(List.of(key0, key1, high, low));
  }
}
