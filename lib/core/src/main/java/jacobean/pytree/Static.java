package jacobean.pytree;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record's component as no part of pytrees: it is kept as it is, and trees that differ in
 * it differ in structure. {@code jax.tree.static}. Components declared as text, enum or class need
 * no mark.
 *
 * <pre>{@code record Dense(Array w, Array b, @Static int layers, String activation) {}}</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Static {}
