package se.fixpunkt.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition said by what breaks it. */
final class Condition extends ArchCondition<JavaClass> {
    private final Function<JavaClass, Stream<String>> breaches;

    private Condition(String description, Function<JavaClass, Stream<String>> breaches) {
        super(description);
        this.breaches = breaches;
    }

    /** @param breaches one sentence for each breach by the class */
    static Condition broken(String description, Function<JavaClass, Stream<String>> breaches) {
        return new Condition(description, breaches);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        breaches.apply(type).forEach(breach -> events.add(SimpleConditionEvent.violated(type, breach)));
    }
}
