package se.fixpunkt.alarms.receiver.dc09;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

/** The data of a {@code SIA-DCS} frame: {@code N[ti HH:MM][ri n][id n]CCzzz[^text^]}, more than one event if need be. */
final class SiaData {
    /**
     * The beginning of a block, a block of text (A), a modifier in small letters, an event in capitals, or a text between
     * carets or stars. An event follows a separator or another token: words without carets are no events. A zone ends where
     * the next event begins.
     */
    private static final Pattern TOKEN = Pattern.compile("(?:^|\\|) *[NO] *(?=[a-z/|]|[A-Z]{2})"
            + "|(?<=.)\\|A(?<ascii>[^|]*)"
            + "|(?<modifier>[a-z]{2}(?:[A-F][0-9A-F]*(?=/)|[^/|^*A-Z]*))"
            + "|(?:\\G|(?<=[/|^*]))(?<code>[A-Z]{2})(?<zone>(?:(?![A-Z]{2}[0-9]{2})[0-9A-Fa-f]){0,8})"
            + "|\\^(?<text>[^^]*)\\^?"
            + "|\\*['\"]?(?<quoted>[^'\"*]*)['\"]?(?:NM)?");

    /** All of it in small letters, as a careless device writes. */
    private static final Pattern SMALL = Pattern.compile("[no]?(?:[a-z]{2}[0-9:.-]*/)*+[a-z]{2}[0-9]{0,8}");

    private static final Pattern MODIFIER = Pattern.compile("(?<=^[NO]|/)(?:TI|DA|ID|RI|PI)(?=[0-9:.-]*/)");

    private SiaData() {}

    /** @return the event that matters most; empty when there is none in the data */
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
        while (token.find()) {
            if (token.group("modifier") != null) {
                modifiers.append(' ').append(token.group("modifier").strip());
            } else if (token.group("code") != null) {
                events.add(event(token.group("code"), token.group("zone"), modifiers.toString(), codes));
            } else {
                words = (words + " " + spoken(token)).strip();
            }
        }
        String told = words;
        return events.stream()
                .reduce((found, event) -> event.outranks(found) ? event : found)
                .map(found -> found.with(place(found, events), told));
    }

    private static String spoken(Matcher token) {
        return Stream.of("ascii", "text", "quoted")
                .map(token::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
    }

    /** One frame is one alarm; other alarms in it are told with it. */
    private static String place(Event found, List<Event> events) {
        List<Event> others = new ArrayList<>(events);
        others.remove(found);
        return Stream.concat(Stream.of(found), others.stream().filter(event -> event.kind() == SignalKind.ALARM))
                .map(Event::place)
                .collect(Collectors.joining(" + "));
    }

    private static Event event(String code, String zone, String modifiers, EventCodes codes) {
        EventMeaning meaning = codes.meaning(CodeList.SIA, code);
        return new Event(meaning.kind(), meaning.about(), meaning.priority(), code, code + zone + modifiers, "");
    }
}
