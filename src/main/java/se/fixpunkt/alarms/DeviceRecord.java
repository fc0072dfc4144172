package se.fixpunkt.alarms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.fixpunkt.shared.Faults;

/**
 * Who a device helps or what it guards, where that is, and what to do there: personal data, sealed where it is stored and
 * told nobody but those who may see the device.
 *
 * @param person the person's or the site's name, at most 200 characters; may be empty
 * @param address at most 500 characters; may be empty
 * @param latitude degrees north by WGS 84, −90 to 90, at most eight decimals; null when the position is not known
 * @param longitude degrees east, −180 to 180; null together with the latitude
 * @param instructions at most 4000 characters; may be empty
 * @param contacts whom to call, in this order; at most six
 */
public record DeviceRecord(
        String person,
        String address,
        BigDecimal latitude,
        BigDecimal longitude,
        String instructions,
        List<Contact> contacts) {
    /** How many contacts there is room for. */
    public static final int CONTACTS = 6;

    /** How many decimals of a position are kept. */
    public static final int DECIMALS = 8;

    public static final DeviceRecord EMPTY = new DeviceRecord("", "", null, null, "", List.of());

    private static final BigDecimal POLE = new BigDecimal(90);
    private static final BigDecimal DATE_LINE = new BigDecimal(180);

    public DeviceRecord {
        Faults faults = new Faults();
        person = text(faults, "person", person, 200);
        address = text(faults, "address", address, 500);
        instructions = text(faults, "instructions", instructions, 4000);
        check(faults, "latitude", latitude, POLE);
        check(faults, "longitude", longitude, DATE_LINE);
        if ((latitude == null) != (longitude == null)) {
            faults.add(latitude == null ? "latitude" : "longitude", "required");
        }
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        if (contacts.size() > CONTACTS) {
            faults.add("contacts", "too-many");
        }
        faults.refuse();
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** Which parts are others than there, by their names in the contract; for the journal, which must not know the values. */
    public List<String> partsOtherThan(DeviceRecord other) {
        List<String> parts = new ArrayList<>();
        add(parts, "person", person, other.person);
        add(parts, "address", address, other.address);
        add(
                parts,
                "position",
                List.of(String.valueOf(latitude), String.valueOf(longitude)),
                List.of(String.valueOf(other.latitude), String.valueOf(other.longitude)));
        add(parts, "instructions", instructions, other.instructions);
        add(parts, "contacts", contacts, other.contacts);
        return parts;
    }

    private static void add(List<String> parts, String name, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            parts.add(name);
        }
    }

    private static String text(Faults faults, String field, String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > longest) {
            faults.add(field, "too-long");
        }
        return stripped;
    }

    private static void check(Faults faults, String field, BigDecimal degrees, BigDecimal most) {
        if (degrees != null && (degrees.abs().compareTo(most) > 0 || degrees.scale() > DECIMALS)) {
            faults.add(field, "out-of-range");
        }
    }

    /** Personal data has no place in a log. */
    @Override
    public String toString() {
        return "record";
    }
}
