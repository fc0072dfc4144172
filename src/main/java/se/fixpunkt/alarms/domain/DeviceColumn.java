package se.fixpunkt.alarms.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of a workbook of devices. {@link #KEY} is read and never written. */
public enum DeviceColumn {
    PROTOCOL("protocol", "Protokoll"),
    IDENTITY("identity", "Identitet"),
    NAME("name", "Namn"),
    GROUP("group", "Grupp"),
    SUPERVISION("supervisionSeconds", "Övervakning (s)"),
    PERSON("person", "Person eller plats"),
    ADDRESS("address", "Adress"),
    LATITUDE("latitude", "Latitud"),
    LONGITUDE("longitude", "Longitud"),
    INSTRUCTIONS("instructions", "Instruktioner"),
    NAME_1("contact1Name", "Kontakt 1 namn"),
    PHONE_1("contact1Phone", "Kontakt 1 telefon"),
    RELATION_1("contact1Relation", "Kontakt 1 relation"),
    NAME_2("contact2Name", "Kontakt 2 namn"),
    PHONE_2("contact2Phone", "Kontakt 2 telefon"),
    RELATION_2("contact2Relation", "Kontakt 2 relation"),
    NAME_3("contact3Name", "Kontakt 3 namn"),
    PHONE_3("contact3Phone", "Kontakt 3 telefon"),
    RELATION_3("contact3Relation", "Kontakt 3 relation"),
    NAME_4("contact4Name", "Kontakt 4 namn"),
    PHONE_4("contact4Phone", "Kontakt 4 telefon"),
    RELATION_4("contact4Relation", "Kontakt 4 relation"),
    NAME_5("contact5Name", "Kontakt 5 namn"),
    PHONE_5("contact5Phone", "Kontakt 5 telefon"),
    RELATION_5("contact5Relation", "Kontakt 5 relation"),
    NAME_6("contact6Name", "Kontakt 6 namn"),
    PHONE_6("contact6Phone", "Kontakt 6 telefon"),
    RELATION_6("contact6Relation", "Kontakt 6 relation"),
    SECOND_RECEIVER("secondReceiver", "Andra mottagaren"),
    ON_TEST("onTestUntil", "På prov till"),
    OUT_OF_SERVICE("outOfServiceUntil", "Ur drift till"),
    ALARM_LIMIT("alarmLimit", "Larm per minut"),
    KEY("key", "Nyckel");

    /** What people read about the columns in English, where that is no name in the contract. */
    private static final Map<String, DeviceColumn> ENGLISH =
            Map.of("personorsite", PERSON, "supervisions", SUPERVISION, "alarmsperminute", ALARM_LIMIT);

    private static final Set<DeviceColumn> NUMBERS = EnumSet.of(SUPERVISION, LATITUDE, LONGITUDE, ALARM_LIMIT);

    private static final Set<DeviceColumn> MOMENTS = EnumSet.of(ON_TEST, OUT_OF_SERVICE);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final List<String> PARTS = List.of("NAME_", "PHONE_", "RELATION_");

    private final String wire;
    private final String heading;

    DeviceColumn(String wire, String heading) {
        this.wire = wire;
        this.heading = heading;
    }

    /** The name in the contract. */
    public String wire() {
        return wire;
    }

    /** What stands over the column. */
    public String heading() {
        return heading;
    }

    /**
     * A contact's name, telephone or relation.
     *
     * @param contact from 0, in the order of the record
     * @param part 0, 1 or 2
     */
    public static DeviceColumn ofContact(int contact, int part) {
        return valueOf(PARTS.get(part) + (contact + 1));
    }

    /** The column under a heading, as an export, the contract or a page calls it, however its words are set apart. */
    public static Optional<DeviceColumn> under(String heading) {
        String plain = plain(heading).replace("telephone", "phone");
        return Arrays.stream(values())
                .filter(column -> plain(column.wire).equals(plain)
                        || plain(column.heading).equals(plain)
                        || column == ENGLISH.get(plain))
                .findFirst();
    }

    public boolean isPhone() {
        return name().startsWith(PARTS.get(1));
    }

    public boolean isMoment() {
        return MOMENTS.contains(this);
    }

    /** Whether it is neither a number nor a moment to us, however many digits it has. */
    public boolean isText() {
        return !isMoment() && !NUMBERS.contains(this);
    }

    private static String plain(String heading) {
        return BETWEEN_WORDS.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
