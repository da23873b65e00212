package jacobean.pytree;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that is no data: it is part of the structure, so transformations
 * leave it alone, and {@code jit} traces again when it changes. It needs a sensible {@code equals}.
 * Components declared as text, as an enum, a class, a dtype or a shape are static without it. JAX's
 * {@code meta_fields}.
 *
 * {@snippet :
 * record Power(@jacobean.pytree.Static int n, Array x) {}
 * Fn1<Power, Array> value = p -> p.x().pow(p.n());
 * jit(value).apply(new Power(3, jnp.array(2.))) // => 8.0
 * }
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Static {}
