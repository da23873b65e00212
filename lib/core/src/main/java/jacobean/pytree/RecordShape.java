package jacobean.pytree;

import jacobean.error.JacobeanException;
import jacobean.error.TreeException;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How records of one class are taken apart and put together. Equal for equal classes. */
public final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  /** Types of components that can hold neither numbers nor trees. */
  private static final Set<Class<?>> STATIC =
      Set.of(String.class, char.class, Character.class, Class.class, DType.class, Shape.class);

  private final Class<?> type;
  private final RecordComponent[] components;
  private final List<Method> accessors = new ArrayList<>();

  /** The numbers of the components that are data. */
  private final int[] data;

  private final Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    var parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      var accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      accessors.add(accessor);
    }
    this.data = IntStream.range(0, components.length).filter(i -> !isStatic(i)).toArray();
    try {
      constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the record " + type + " has no canonical constructor", e);
    }
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  public Class<?> type() {
    return type;
  }

  private boolean isStatic(int component) {
    var type = components[component].getType();
    return components[component].isAnnotationPresent(Static.class)
        || STATIC.contains(type)
        || type.isEnum();
  }

  /** The name of a child: of a component that is data. */
  public String name(int child) {
    return components[data[child]].getName();
  }

  /** The children: the components that are data. */
  List<Object> takeApart(Object record) {
    var children = new ArrayList<Object>(data.length);
    for (int component : data) {
      children.add(read(record, component));
    }
    return children;
  }

  /** The components that are no data, which belong to the structure. */
  List<Object> statics(Object record) {
    if (data.length == components.length) {
      return List.of();
    }
    var statics = new ArrayList<Object>();
    for (int i = 0; i < components.length; i++) {
      if (!isData(i)) {
        statics.add(read(record, i));
      }
    }
    return Collections.unmodifiableList(statics);
  }

  private boolean isData(int component) {
    return Arrays.binarySearch(data, component) >= 0;
  }

  private Object read(Object record, int component) {
    return call(() -> accessors.get(component).invoke(record));
  }

  Object build(List<Object> statics, List<Object> children) {
    var arguments = new Object[components.length];
    var constants = statics.iterator();
    var leaves = children.iterator();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = isData(i) ? fit(leaves.next(), components[i]) : constants.next();
    }
    return call(() -> constructor.newInstance(arguments));
  }

  /** A leaf as the component's type wants it: numbers out of arrays of one element. */
  private Object fit(Object child, RecordComponent component) {
    var wanted = component.getType();
    var number =
        child instanceof NumericLeaf leaf && isNumber(wanted) ? number(leaf, component) : child;
    if (number instanceof Number n && isNumber(wanted)) {
      return convert(n, wanted);
    }
    if (child != null && !wanted.isPrimitive() && !wanted.isInstance(child)) {
      throw new TreeException(
          "record "
              + type.getSimpleName()
              + ": component "
              + component.getName()
              + " is declared "
              + wanted.getSimpleName()
              + " and cannot hold a "
              + child.getClass().getSimpleName()
              + ". Map to a general tree with tree.mapTo, or widen the component's type.");
    }
    return child;
  }

  private Number number(NumericLeaf leaf, RecordComponent component) {
    try {
      return leaf.number();
    } catch (JacobeanException e) {
      throw new TreeException(
          "record "
              + type.getSimpleName()
              + ": component "
              + component.getName()
              + " is declared "
              + component.getType().getSimpleName()
              + " and must be one known number: "
              + e.getMessage()
              + " Declare the component Array.");
    }
  }

  private static boolean isNumber(Class<?> type) {
    return type != boolean.class && type != char.class && type.isPrimitive()
        || Number.class.isAssignableFrom(type);
  }

  private static Object convert(Number n, Class<?> wanted) {
    if (wanted == double.class || wanted == Double.class) {
      return n.doubleValue();
    }
    if (wanted == float.class || wanted == Float.class) {
      return n.floatValue();
    }
    if (wanted == long.class || wanted == Long.class) {
      return n.longValue();
    }
    if (wanted == int.class || wanted == Integer.class) {
      return n.intValue();
    }
    if (wanted == short.class || wanted == Short.class) {
      return n.shortValue();
    }
    return wanted == byte.class || wanted == Byte.class ? (Object) n.byteValue() : n;
  }

  private interface Reflective {
    Object run() throws ReflectiveOperationException;
  }

  private Object call(Reflective body) {
    try {
      return body.run();
    } catch (InvocationTargetException e) {
      throw new TreeException(
          "record " + type.getSimpleName() + ": its own code threw " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new TreeException(
          "record " + type.getSimpleName() + " cannot be used in a pytree: " + e);
    }
  }
}
