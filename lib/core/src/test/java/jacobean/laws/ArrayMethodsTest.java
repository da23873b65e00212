package jacobean.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.jnp;
import jacobean.type.DType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The methods of an array: those that {@code jax.Array} has, each as {@code jnp}'s function. */
class ArrayMethodsTest {
  /** What {@code dir(jnp.ones(3))} lists in JAX 0.10.2, in camelCase. */
  private static final Set<String> OF_JAX =
      Set.of(
          ("T addressableData addressableShards all any argmax argmin argpartition argsort astype at"
                  + " aval blockUntilReady byteswap choose clip clone committed compress conj"
                  + " conjugate copy copyToHostAsync cumprod cumsum delete device deviceBuffer"
                  + " deviceBuffers devices diagonal dot dtype flat flatten format globalShards imag"
                  + " isDeleted isFullyAddressable isFullyReplicated isReady item itemsize mT max"
                  + " mean min nbytes ndim nonzero onDeviceSizeInBytes platform prod ptp ravel real"
                  + " repeat reshape round searchsorted shape sharding size sort squeeze std sum"
                  + " swapaxes take toDevice tobytes tolist trace traceback transpose"
                  + " unsafeBufferPointer var view weakType")
              .split(" "));

  /** Those that arrays here have no use for, or say elsewhere. */
  private static final Map<String, String> ABSENT = new HashMap<>();

  static {
    absent(
        "shards of arrays over several processes, of which there is one here",
        "addressableData addressableShards globalShards isFullyAddressable isFullyReplicated"
            + " sharding format committed platform traceback deviceBuffer deviceBuffers");
    absent(
        "buffers of a runtime that is not there",
        "copyToHostAsync isReady onDeviceSizeInBytes unsafeBufferPointer");
    absent("the array itself, or an iterator over ravel()", "clone flat");
    absent("x.dtype().itemsize()", "itemsize");
    absent("x.aval().weak()", "weakType");
    absent("jax.devicePut(x, device)", "toDevice");
    absent("lax.bitcastConvertType", "view byteswap");
    absent("jnp.save", "tobytes");
  }

  private static void absent(String reason, String names) {
    for (var name : names.split(" ")) {
      ABSENT.put(name, reason);
    }
  }

  @Test
  void everyAttributeOfJaxIsHereOrHasAReason() {
    var ours =
        Arrays.stream(Array.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
    var missing = new TreeSet<>(OF_JAX);
    missing.removeAll(ours);
    assertEquals(new TreeSet<>(ABSENT.keySet()), missing);
  }

  private static final Array SQUARE = jnp.array(new double[][] {{1.26, -2}, {3, 4.5}});
  private static final Array WHOLE = jnp.array(new int[][] {{1, 0}, {0, 1}});
  private static final Array VECTOR = jnp.array(1., 2., 4.);

  /** Arguments for the parameters of a method, by name where the type alone does not do. */
  private static Object[] arguments(Method method) {
    var name = method.getName();
    var types = method.getParameterTypes();
    var arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      var type = types[i];
      arguments[i] =
          switch (type.getSimpleName()) {
            case "int" -> i == 0 && name.equals("repeat") ? 3 : i == 1 ? 1 : 0;
            case "boolean" -> true;
            case "int[]" -> name.equals("reshape") ? new int[] {4} : new int[0];
            case "Number" -> i + 1.5;
            case "DType" -> DType.INT32;
            case "List" -> List.of(SQUARE, SQUARE.plus(10));
            case "Array" ->
                switch (name) {
                  case "compress" -> jnp.array(true, false);
                  case "take" -> jnp.array(1, 0);
                  default -> SQUARE;
                };
            default -> throw new AssertionError("no argument for " + method);
          };
    }
    return arguments;
  }

  private static Optional<Method> function(Method method) {
    var first = method.getName().equals("compress") ? 1 : 0;
    var types = new ArrayList<Class<?>>(List.of(method.getParameterTypes()));
    types.add(first, Array.class);
    try {
      var function = jnp.class.getMethod(method.getName(), types.toArray(Class<?>[]::new));
      return Modifier.isStatic(function.getModifiers()) ? Optional.of(function) : Optional.empty();
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  @TestFactory
  Stream<DynamicTest> aMethodIsTheFunctionOfItsName() {
    var tests =
        Arrays.stream(Array.class.getMethods())
            .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isBridge())
            .filter(m -> function(m).isPresent())
            .map(m -> DynamicTest.dynamicTest(m.toString(), () -> agree(m)))
            .toList();
    assertTrue(tests.size() > 40, "only " + tests.size() + " methods have a function");
    return tests.stream();
  }

  private static void agree(Method method) throws ReflectiveOperationException {
    var array =
        switch (method.getName()) {
          case "searchsorted" -> VECTOR;
          case "choose" -> WHOLE;
          default -> SQUARE;
        };
    if (method.getName().equals("squeeze")) {
      array = array.reshape(1, 4, 1);
    }
    var function = function(method).orElseThrow();
    function.setAccessible(true);
    var arguments = new ArrayList<Object>(List.of(arguments(method)));
    var ours = method.invoke(array, arguments.toArray());
    arguments.add(method.getName().equals("compress") ? 1 : 0, array);
    assertEquals(text(function.invoke(null, arguments.toArray())), text(ours));
  }

  private static String text(Object value) {
    return switch (value) {
      case Array a -> a.repr();
      case List<?> list -> list.stream().map(ArrayMethodsTest::text).toList().toString();
      default -> String.valueOf(value);
    };
  }
}
