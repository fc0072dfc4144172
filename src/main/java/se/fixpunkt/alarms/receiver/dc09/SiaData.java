package se.fixpunkt.alarms.receiver.dc09;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

/** The data of a {@code SIA-DCS} frame: {@code N[ti HH:MM][ri n][id n]CCzzz[^text^]}, more than one event if need be. */
final class SiaData {
    /** After the letter A: an event, of those that begin with it, and not the words of a block of text. */
    private static final String EVENT_WITH_A = "[A-Z](?:(?: ?[0-9][0-9A-F]{0,7})?(?:[/|^*]|$)|[0-9]{1,8}[A-Z]{2}[0-9])";

    /** What can follow a text: a separator, an event, a modifier or nothing. A caret before anything else is part of the text. */
    private static final String AFTER_TEXT = "(?:[/|^*]|[A-Z]{2}(?:[0-9/|^*]|$)|[a-z]{2}[0-9A-F]|$)";

    /**
     * The beginning of a block, a block of text (A), a modifier in small letters, an event in capitals, or a text between
     * carets or stars. An event follows a separator or another token: words without carets are no events. A zone ends where
     * the next event begins. A block of text stands behind a bar, or behind a slash in the block that it belongs to (Eaton,
     * extended SIA 3), or alone (Honeywell Galaxy, SIA 3 and 4).
     */
    private static final Pattern TOKEN = Pattern.compile("(?:^|\\|) *[NO] *(?=[a-z/|]|[A-Z]{2})"
            + "|(?:(?<=.)\\|A|(?:^|(?<=/))A(?!" + EVENT_WITH_A + "))(?<block>[^|]*)"
            + "|(?<modifier>[a-z]{2}(?:[A-F][0-9A-F]*(?=/)|[^/|^*A-Z]*))"
            + "|(?:\\G|(?<=[/|^*]))(?<code>[A-Z]{2})(?: (?=[0-9]))?"
            + "(?<zone>(?:(?![A-Z]{2}[0-9]{2})[0-9A-Fa-f]){0,8})"
            + "|\\^(?<text>[^^]*(?:\\^(?!" + AFTER_TEXT + ")[^^]*)*+)\\^?"
            + "|\\*['\"]?(?<quoted>[^*]*?)(?:['\"](?:NM)?(?=" + AFTER_TEXT + ")|(?=\\*)|$)");

    /** All of it in small letters, as a careless device writes. */
    private static final Pattern SMALL = Pattern.compile("[no]?(?:[a-z]{2}[0-9:.-]*/)*+[a-z]{2}[0-9]{0,8}");

    private static final Pattern MODIFIER = Pattern.compile("(?<=^[NO]|/)(?:TI|DA|ID|RI|PI)(?=[0-9:.-]*/)");

    /** The letter of a block of text. */
    private static final String TEXT = "A";

    private SiaData() {}

    /** @return the event that matters most, or the words of a device that says nothing else; empty when there are neither */
    static Optional<Event> read(String data, EventCodes codes) {
        String text = data.strip();
        return tokens(SMALL.matcher(text).matches() ? capitals(text) : text, codes);
    }

    private static String capitals(String small) {
        return MODIFIER.matcher(small.toUpperCase(Locale.ROOT))
                .replaceAll(modifier -> modifier.group().toLowerCase(Locale.ROOT));
    }

    private static Optional<Event> tokens(String text, EventCodes codes) {
        Matcher token = TOKEN.matcher(text);
        StringBuilder modifiers = new StringBuilder();
        List<Event> events = new ArrayList<>();
        String words = "";
        boolean hasText = false;
        while (token.find()) {
            if (token.group("modifier") != null) {
                modifiers.append(' ').append(token.group("modifier").strip());
            } else if (token.group("code") != null) {
                events.add(event(token.group("code"), token.group("zone"), modifiers.toString(), codes));
            } else {
                hasText |= token.group("block") != null;
                words = (words + " " + spoken(token)).strip();
            }
        }
        if (events.isEmpty() && hasText) {
            return Optional.of(message(words));
        }
        String told = words;
        return Event.together(events).map(found -> found.with(found.place(), told));
    }

    private static String spoken(Matcher token) {
        return Stream.of("block", "text", "quoted")
                .map(token::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("")
                .replace('^', ' ');
    }

    /** A block of text may come in a frame of its own, before or after the event that it explains. */
    private static Event message(String words) {
        EventMeaning meaning = new EventMeaning(SignalKind.INFORMATION, AlarmKind.OTHER);
        return new Event(meaning.kind(), meaning.about(), meaning.priority(), TEXT, "", words);
    }

    private static Event event(String code, String zone, String modifiers, EventCodes codes) {
        EventMeaning meaning = codes.meaning(CodeList.SIA, code);
        return new Event(meaning.kind(), meaning.about(), meaning.priority(), code, code + zone + modifiers, "");
    }
}
