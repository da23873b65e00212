package jacobean;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a parameter that may be null, or hold null, where its Javadoc says what null means. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@interface OrNull {}
