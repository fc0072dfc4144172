package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmNote;
import se.fixpunkt.alarms.AlarmWords;
import se.fixpunkt.alarms.OwnTexts;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Phrase;
import se.fixpunkt.alarms.domain.UsualCodes;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Texts;

/** Knows Fixpunkt's own texts again by their Swedish patterns: what is stored stays the evidence of what was told. */
@ApplicationScoped
class ReadersWords implements AlarmWords {
    private static final String WHY = "it says in another language what the caller has read";

    /** Of alarms that no device sends. */
    private static final Set<String> OWN_KINDS = Set.of(
            AlarmKind.SILENCE.wire(), AlarmKind.FLOOD.wire(), AlarmKind.SECURITY.wire(), AlarmKind.SYSTEM.wire());

    private final List<Phrase> phrases;

    @Inject
    ReadersWords(Texts texts, @Any Instance<OwnTexts> own) {
        this.phrases = own.stream()
                .flatMap(some -> some.keys().stream())
                .map(key -> new Phrase(texts.text(Texts.SWEDISH, key), texts.text(Texts.ENGLISH, key)))
                .toList();
    }

    @Override
    @OpenToAnyone(because = WHY)
    public String of(Alarm alarm, Locale reader) {
        if (isSwedish(reader)) {
            return alarm.text();
        }
        return OWN_KINDS.contains(alarm.kind()) ? translated(alarm.text()) : UsualCodes.inEnglish(alarm.text());
    }

    @Override
    @OpenToAnyone(because = WHY)
    public String of(AlarmNote note, Locale reader) {
        return isSwedish(reader) || !note.author().equals(StandingAlarms.AUTHOR)
                ? note.text()
                : translated(note.text());
    }

    private static boolean isSwedish(Locale reader) {
        return reader.getLanguage().equals(Texts.SWEDISH.getLanguage());
    }

    /** The first line is ours; a list of devices may follow. */
    private String translated(String text) {
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        return phrases.stream()
                        .flatMap(phrase -> phrase.translated(text.substring(0, end)).stream())
                        .findFirst()
                        .orElse(text.substring(0, end))
                + text.substring(end);
    }
}
