package se.fixpunkt.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a context and the contexts whose front door it may call. ArchUnit holds the code to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface BoundedContext {
    String name();

    String[] dependsOn() default {};
}
