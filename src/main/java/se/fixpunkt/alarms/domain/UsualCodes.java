package se.fixpunkt.alarms.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of event codes, read from {@code event-codes.txt}. */
public final class UsualCodes {
    private static final String FILE = "event-codes.txt";
    private static final String FAMILY = "family";
    private static final String BETWEEN = " · ";
    private static final Pattern SCAIP_WORDS =
            Pattern.compile("(?<names>.+)(?<codes> \\(dty (?<dty>\\S+?)(?: stc (?<stc>\\S+))?\\))");
    private static final Pattern CONTACT_ID = Pattern.compile("[1-9][0-9]{2}");
    private static final Map<CodeList, NavigableMap<String, UsualCode>> LISTS = new EnumMap<>(CodeList.class);
    private static final Map<Character, AlarmKind> FAMILIES = new TreeMap<>();

    /** Openings, closings, programming, access: told, not alarmed. */
    private static final String INFORMING = "ACDJLNORVXY";

    static {
        read();
    }

    private UsualCodes() {}

    public static Collection<UsualCode> of(CodeList list) {
        return LISTS.get(list).values();
    }

    public static Optional<UsualCode> listed(CodeList list, String code) {
        return Optional.ofNullable(LISTS.get(list).get(code));
    }

    /** What it is called in the language that alarms are told in, Swedish; empty when the list does not have it. */
    public static Optional<String> name(CodeList list, String code) {
        return listed(list, code).map(UsualCode::swedish);
    }

    /**
     * The text of an alarm for those who read English: where a device had no words of its own and its code's name stands
     * beside the code, the name is English. Everything else stays as it is.
     */
    public static String inEnglish(String text) {
        List<String> parts = List.of(text.split(BETWEEN, -1));
        return parts.stream()
                .map(part -> scaip(part).or(() -> named(part, parts)).orElse(part))
                .collect(Collectors.joining(BETWEEN));
    }

    private static Optional<String> scaip(String part) {
        Matcher words = SCAIP_WORDS.matcher(part);
        if (!words.matches()) {
            return Optional.empty();
        }
        List<UsualCode> codes = Stream.of(
                        listed(CodeList.SCAIP_DEVICE, words.group("dty")),
                        Optional.ofNullable(words.group("stc")).flatMap(code -> listed(CodeList.SCAIP_STATUS, code)))
                .flatMap(Optional::stream)
                .toList();
        return words.group("names").equals(joined(codes, UsualCode::swedish))
                ? Optional.of(joined(codes, UsualCode::english) + words.group("codes"))
                : Optional.empty();
    }

    private static String joined(List<UsualCode> codes, Function<UsualCode, String> name) {
        return codes.stream().map(name).collect(Collectors.joining(", "));
    }

    /** {@code FA} is written {@code FA0001}, {@code 110} is written {@code E110 P00}. */
    private static Optional<String> named(String part, List<String> parts) {
        return Stream.of(CodeList.SIA, CodeList.CONTACT_ID)
                .flatMap(list -> of(list).stream())
                .filter(code -> code.swedish().equals(part))
                .filter(code -> parts.stream()
                        .anyMatch(other -> other.startsWith(code.code()) || other.startsWith(code.code(), 1)))
                .map(UsualCode::english)
                .findFirst();
    }

    static EventMeaning unlisted(CodeList list, String code) {
        return switch (list) {
            case SIA -> family(code);
            case CONTACT_ID -> neighbour(code);
            case SCAIP_DEVICE, SCAIP_STATUS -> new EventMeaning(SignalKind.ALARM, AlarmKind.OTHER);
        };
    }

    private static EventMeaning family(String code) {
        char first = code.isEmpty() ? ' ' : code.charAt(0);
        AlarmKind about = FAMILIES.get(first);
        if (about != null) {
            // what is alarmed must not be missed, but nobody is sent to a fire for a letter that may mean anything
            return new EventMeaning(SignalKind.ALARM, about.priority().equals(Priority.LIFE) ? AlarmKind.OTHER : about);
        }
        if (INFORMING.indexOf(first) >= 0) {
            boolean opening = first == 'C' || first == 'O';
            return new EventMeaning(SignalKind.INFORMATION, opening ? AlarmKind.OPENING : AlarmKind.OTHER);
        }
        return new EventMeaning(SignalKind.ALARM, AlarmKind.OTHER);
    }

    /** Codes stand in tens: one that is not listed belongs to the one before it in the same ten. */
    private static EventMeaning neighbour(String code) {
        Map.Entry<String, UsualCode> before = CONTACT_ID.matcher(code).matches()
                ? LISTS.get(CodeList.CONTACT_ID).floorEntry(code)
                : null;
        return before == null || !before.getKey().startsWith(code.substring(0, 2))
                ? new EventMeaning(SignalKind.ALARM, AlarmKind.OTHER)
                : before.getValue().meaning();
    }

    private static void read() {
        Arrays.stream(CodeList.values()).forEach(list -> LISTS.put(list, new TreeMap<>()));
        List<String[]> lines = lines();
        List<String[]> families =
                lines.stream().filter(line -> line[0].equals(FAMILY)).toList();
        families.forEach(family -> FAMILIES.put(family[1].charAt(0), about(family[3])));
        for (String[] line : lines) {
            if (line[0].equals(FAMILY)) {
                continue;
            }
            if (line[1].startsWith("*")) {
                families.forEach(family -> addOfFamily(line, family));
            } else {
                add(line[0], line[1], line[2], line[3], line[4], line[5]);
            }
        }
    }

    private static void addOfFamily(String[] line, String[] family) {
        add(
                line[0],
                family[1] + line[1].substring(1),
                line[2],
                line[3].equals("*") ? family[3] : line[3],
                line[4].replace("{0}", family[4]),
                line[5].replace("{0}", family[5]));
    }

    /** What is listed by itself goes before what its family says. */
    private static void add(String list, String code, String kind, String about, String swedish, String english) {
        CodeList of = CodeList.of(list).orElseThrow();
        EventMeaning meaning = new EventMeaning(kind(kind), about(about));
        LISTS.get(of).putIfAbsent(code, new UsualCode(of, code, meaning, swedish, english));
    }

    private static SignalKind kind(String letter) {
        return switch (letter) {
            case "A" -> SignalKind.ALARM;
            case "R" -> SignalKind.RESTORAL;
            case "T" -> SignalKind.TEST;
            case "I" -> SignalKind.INFORMATION;
            default -> throw new IllegalStateException(FILE + ": " + letter);
        };
    }

    private static AlarmKind about(String wire) {
        return Arrays.stream(AlarmKind.values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + ": " + wire));
    }

    private static List<String[]> lines() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(UsualCodes.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
