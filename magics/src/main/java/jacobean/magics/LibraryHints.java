package jacobean.magics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to say where a cell has a name that NumPy or JAX has and this library writes otherwise, and
 * where an argument does not fit: {@code A as B} is an A given where a B is wanted, {@code " as B"}
 * anything given there.
 */
final class LibraryHints {
  static final Map<String, String> ALL = all();

  private LibraryHints() {}

  private static Map<String, String> all() {
    Map<String, String> hints = new LinkedHashMap<>();
    for (String name : List.of("np", "numpy")) {
      hints.put(name, "NumPy's functions are in jnp: jnp.arange(3)");
    }
    for (String name : List.of("float32", "float64", "int32", "int64")) {
      hints.put(
          name, "dtypes are names in jnp: jnp.float32, jnp.int32; jnp.array(3.5, jnp.float32)");
    }
    for (String name : List.of("lax", "random", "tree")) {
      hints.put(name, name + " stands for itself: " + name + ".name, not jax." + name + ".name");
    }
    for (String name : List.of("add", "subtract", "multiply", "divide", "sub", "mul", "negate")) {
      hints.put(
          name, "arrays have plus, minus, times, div and unaryMinus, and operators: x * 2 + y");
    }
    for (String name : List.of("doubleValue", "floatValue", "intValue", "toDouble", "value")) {
      hints.put(name, "an array of one element gives its number by x.item()");
    }
    for (String name : List.of("toDoubleArray", "toFloatArray", "toArray", "asDoubles", "data")) {
      hints.put(name, "an array's numbers are x.toDoubles(), x.toFloats() or x.toLongs()");
    }
    for (String name : List.of("zeros", "ones", "arange", "linspace", "eye", "full")) {
      hints.put(name, "arrays are made by jnp: jnp." + name + "(...)");
    }
    for (String type : List.of("Function", "UnaryOperator", "BiFunction", "BinaryOperator")) {
      hints.put(type + " as Fn5", "functions of arrays are ArrayFn1, ArrayFn2; or write f::apply");
    }
    for (String name : List.of("float32()", "float64()", "int32()", "int64()")) {
      hints.put(name, "a number of a dtype is jnp.array(3.5, jnp.float32)");
    }
    for (String name : List.of("grad()", "valueAndGrad()")) {
      hints.put(name, "several arguments are argnums(0, 1), a value with more beside it hasAux()");
    }
    hints.put(" as Value", "jnp.array(...) makes an array of numbers");
    hints.put(
        "Array as double",
        "write value.item(); a function that is transformed takes Array where it takes double");
    for (String name : List.of("defjvp", "defvjp", "customJvp()", "customVjp()")) {
      hints.put(
          name,
          "a rule is given with its function: customJvp(x -> jnp.sin(x), (x, t) ->"
              + " dual(jnp.sin(x), jnp.cos(x).times(t))), or customVjp(f, fwd, bwd)");
    }
    hints.put("DType", "dtypes are named jnp.float32, jnp.int32");
    hints.put("Array", "jnp.array(...) makes one array of numbers, lists and Java arrays");
    hints.put("Shape", "a shape with what follows it is written Shape.of(2, 3)");
    hints.put("aux", "a value with more beside it is withAux(value, more)");
    hints.put("config", "switches are methods, such as debugNans(true)");
    for (String name : List.of("Pair", "pair", "Tuple", "tuple")) {
      hints.put(
          name,
          "several values are a List.of(a, b), or a record of your own; a loop's are"
              + " lax.step(carry, y)");
    }
    hints.put("dict", "values with names are a record of your own, or a Map.of(name, value)");
    hints.put("keepdims", "an axis is kept by jnp.sum(x, axis, true)");
    hints.put(
        "scipy", "scipy's functions are in special, jnp.linalg and lax.linalg: special.gammaln(x)");
    hints.put("slice", "slices are text: x.get(i + \":\" + j), or lax.dynamicSlice");
    hints.put("ndarray", "the type of arrays is Array: x instanceof Array");
    hints.put("shape", "a shape is written Shape.of(2, 3), or as plain numbers");
    hints.put("String as DType", "dtypes are named jnp.float32, jnp.int32");
    hints.put("DType as int", "a dtype comes after a shape: jnp.zeros(Shape.of(2, 3), jnp.int32)");
    hints.put("Shape as int", "here a shape is plain numbers: 2, 3");
    hints.put(
        "Shape as Array",
        "arrays are wanted here; show(tree) shows shapes, evalShape(f, x) gives a result's");
    hints.put("map", "an array is mapped by vmap(f)(x), a list by list.stream().map(f)");
    hints.put("step", "it is lax.step(carry, y)");
    for (String name : List.of("line", "plot", "lossCurve")) {
      hints.put(name, "a curve is Plot.of(values), or Plot.xy(xs, ys)");
    }
    hints.put("seed", "no seed is kept anywhere: a key holds the state, random.key(0)");
    hints.put("int as Shape", "a shape with what follows it is written Shape.of(2, 3)");
    hints.put("List as int", "a shape is written Shape.of(2, 3), or as plain numbers");
    hints.put(
        " as VmapOption",
        "axes are options: vmap(f, inAxes(0, null), outAxes(1), axisName(\"i\"))");
    hints.put(" as JitOption", "static arguments are an option: jit(f, staticArgnums(1))");
    hints.put("int as HasAux", "several arguments are named as one: argnums(0, 1)");
    hints.put("boolean as Holomorphic", "say it as holomorphic()");
    hints.put("boolean as HasAux", "say it as hasAux()");
    hints.put(" as Jvp", "a rule gives the value and its tangent: dual(value, tangent)");
    hints.put(
        " as Saved", "the forward pass gives the value and what bwd needs: saved(value, more)");
    hints.put(" as Step", "scan's function gives the carry and what it adds: lax.step(carry, y)");
    return Map.copyOf(hints);
  }
}
