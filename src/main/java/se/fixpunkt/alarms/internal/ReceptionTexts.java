package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import se.fixpunkt.alarms.OwnTexts;

/** What reception itself writes in alarms and notes. */
@ApplicationScoped
class ReceptionTexts {
    static final OwnTexts TEXTS = new OwnTexts(List.of(
            "alarms.silence.since",
            "alarms.silence.never",
            "alarms.silence.over",
            "alarms.silence.released",
            "alarms.scope.everywhere",
            "alarms.scope.network",
            "alarms.scope.never",
            "alarms.scope.never.over.all",
            "alarms.scope.never.over",
            "alarms.scope.list",
            "alarms.scope.over.all",
            "alarms.scope.over",
            "alarms.outage",
            "alarms.outage.over",
            "alarms.flood",
            "alarms.flood.site",
            "alarms.flood.over",
            "alarms.wrong-key",
            "alarms.wrong-key.over"));

    @Produces
    @Dependent
    OwnTexts texts() {
        return TEXTS;
    }
}
