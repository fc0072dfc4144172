package se.fixpunkt.alarms;

import se.fixpunkt.shared.InvalidValue;

/**
 * Somebody to call about a device.
 *
 * @param relation what he is to the person or the site; may be empty
 */
public record Contact(String name, String phone, String relation) {
    private static final int LONGEST = 120;

    public Contact {
        name = part(name);
        phone = part(phone);
        relation = part(relation);
        if (name.isEmpty() && phone.isEmpty()) {
            throw new InvalidValue("contacts", "required");
        }
    }

    private static String part(String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST) {
            throw new InvalidValue("contacts", "too-long");
        }
        return stripped;
    }

    /** Somebody's telephone number is nobody's business in a log. */
    @Override
    public String toString() {
        return "contact";
    }
}
