package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.stream.Stream;
import se.fixpunkt.alarms.OwnTexts;
import se.fixpunkt.operations.Concern.Kind;

/** What {@link Alerting} writes in alarms and notes. */
@ApplicationScoped
class ConcernTexts {
    static final String OVER = "operations.over";

    static String of(Kind kind) {
        return "operations.concern." + kind.word();
    }

    @Produces
    @Dependent
    OwnTexts texts() {
        return new OwnTexts(Stream.concat(Arrays.stream(Kind.values()).map(ConcernTexts::of), Stream.of(OVER))
                .toList());
    }
}
