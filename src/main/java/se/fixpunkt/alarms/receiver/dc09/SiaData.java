package se.fixpunkt.alarms.receiver.dc09;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;

/** The data of a {@code SIA-DCS} frame: {@code N[ti HH:MM][ri n][id n]CCzzz[^text^]}, more than one event if need be. */
final class SiaData {
    private static final Pattern BEGINNING = Pattern.compile("[NO](?=[a-z/|]|[A-Z]{2})");
    /** A modifier in small letters, an event in capitals, or a text between carets or stars. */
    private static final Pattern TOKEN = Pattern.compile("(?<modifier>[a-z]{2}[^/|^*A-Z]*)"
            + "|(?<code>[A-Z]{2})(?<zone>[0-9A-Fa-f]{0,8})"
            + "|\\^(?<text>[^^]*)\\^?"
            + "|\\*['\"]?(?<quoted>[^'\"*]*)['\"]?(?:NM)?");

    private SiaData() {}

    /** @return the event that matters most; empty when there is none in the data */
    static Optional<Event> read(String data, EventCodes codes) {
        String text = data.strip();
        Matcher beginning = BEGINNING.matcher(text);
        Matcher token = TOKEN.matcher(text);
        token.region(beginning.lookingAt() ? 1 : 0, text.length());
        StringBuilder modifiers = new StringBuilder();
        Event found = null;
        String words = "";
        while (token.find()) {
            if (token.group("modifier") != null) {
                modifiers.append(' ').append(token.group("modifier").strip());
            } else if (token.group("code") != null) {
                Event event = event(token.group("code"), token.group("zone"), modifiers.toString(), codes);
                found = found == null || event.outranks(found) ? event : found;
            } else {
                String spoken = token.group("text") != null ? token.group("text") : token.group("quoted");
                words = (words + " " + spoken).strip();
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(
                        new Event(found.kind(), found.about(), found.priority(), found.code(), found.place(), words));
    }

    private static Event event(String code, String zone, String modifiers, EventCodes codes) {
        EventMeaning meaning = codes.meaning(CodeList.SIA, code);
        return new Event(meaning.kind(), meaning.about(), meaning.priority(), code, code + zone + modifiers, "");
    }
}
