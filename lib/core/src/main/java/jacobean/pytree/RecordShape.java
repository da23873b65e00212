package jacobean.pytree;

import jacobean.error.JacobeanException;
import jacobean.error.TreeException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** How records of one class are taken apart and put together. Equal for equal classes. */
public final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Class<?> type;
  private final RecordComponent[] components;
  private final List<Method> accessors = new ArrayList<>();
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

  /** The name of a component. */
  public String name(int component) {
    return components[component].getName();
  }

  /** Whether a component is no tree: it is marked so, or declared as text, enum or class. */
  boolean isStatic(int component) {
    var declared = components[component].getType();
    return components[component].isAnnotationPresent(Static.class)
        || declared == String.class
        || declared == Class.class
        || declared.isEnum();
  }

  List<Object> takeApart(Object record) {
    var children = new ArrayList<Object>(accessors.size());
    for (var accessor : accessors) {
      children.add(call(() -> accessor.invoke(record)));
    }
    return children;
  }

  Object build(List<Object> children) {
    var arguments = new Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = fit(children.get(i), components[i]);
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
