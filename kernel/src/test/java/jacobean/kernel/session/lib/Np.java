package jacobean.kernel.session.lib;

import java.time.DayOfWeek;

/** The test library's functions, in a class that cells call {@code np}. */
public final class Np {
  private Np() {}

  /** A function of one array, as {@link #grad} gives it. */
  @FunctionalInterface
  public interface Fn {
    Arr of(Arr x);
  }

  /** What a lambda of one parameter is without a type. */
  @FunctionalInterface
  public interface Fn1 {
    Arr of(Arr x);
  }

  /** A function of two arguments. */
  @FunctionalInterface
  public interface Fn2<A, B> {
    Arr call(A a, B b);
  }

  public static final class np {
    private np() {}

    public static Arr add(Number left, Arr right) {
      return right.plus(left);
    }

    public static Arr subtract(Number left, Arr right) {
      return Arr.zip(left, right, (a, b) -> a - b);
    }

    public static Arr multiply(Number left, Arr right) {
      return right.times(left);
    }

    public static Arr divide(Number left, Arr right) {
      return Arr.zip(left, right, (a, b) -> a / b);
    }

    public static Arr less(Number left, Arr right) {
      return right.gt(left);
    }

    public static Arr array(DayOfWeek day) {
      return Arr.of(day.getValue());
    }

    public static Arr hypot(Arr x, Arr y) {
      return Arr.of(Math.hypot(x.item(), y.item()));
    }

    public static Arr hypot(Arr x, Number y) {
      return hypot(x, Arr.of(y.doubleValue()));
    }

    public static Arr array(double... values) {
      return Arr.of(values);
    }

    public static Arr square(Arr x) {
      return x.times(x);
    }

    public static Arr sum(Arr x) {
      return Arr.of(x.sum());
    }

    /** With an overload of another count of parameters. */
    public static Arr total(Arr x, int... axes) {
      return sum(x);
    }

    public static Arr total(Arr x, String axes) {
      return sum(x);
    }

    public static Arr mean(Arr x) {
      return Arr.of(x.sum() / x.size());
    }
  }

  /** Numeric derivative of the sum. */
  public static Fn grad(Fn f) {
    return x -> {
      double[] slopes = new double[x.size()];
      for (int i = 0; i < slopes.length; i++) {
        double[] step = new double[slopes.length];
        step[i] = 1e-6;
        slopes[i] =
            Math.rint(
                (f.of(x.plus(Arr.of(step))).sum() - f.of(x.minus(Arr.of(step))).sum()) / 2e-6);
      }
      return Arr.of(slopes);
    };
  }

  public static <A, B> Fn2<A, B> jit(Fn2<A, B> f) {
    return f;
  }

  public static Fn jit(Fn f) {
    return f;
  }

  /** Trees of arrays. */
  public static final class tree {
    private tree() {}

    public static <T> T map(java.util.function.UnaryOperator<Arr> f, T tree) {
      return map((a, b) -> f.apply(a), tree, tree);
    }

    @SuppressWarnings("unchecked")
    public static <T> T map(java.util.function.BinaryOperator<Arr> f, T a, T b) {
      if (a instanceof Arr x) {
        return (T) f.apply(x, (Arr) b);
      }
      if (a instanceof java.util.List<?> list) {
        java.util.List<Object> out = new java.util.ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
          out.add(map(f, list.get(i), ((java.util.List<?>) b).get(i)));
        }
        return (T) out;
      }
      try {
        var components = a.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          var read = components[i].getAccessor();
          read.setAccessible(true);
          values[i] = map(f, read.invoke(a), read.invoke(b));
        }
        var make = a.getClass().getDeclaredConstructor(types);
        make.setAccessible(true);
        return (T) make.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
