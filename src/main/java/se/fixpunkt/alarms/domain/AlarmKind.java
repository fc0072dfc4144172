package se.fixpunkt.alarms.domain;

/**
 * What an alarm is about, in words that hold for every protocol. {@link #wire} is stored and sent; its text for people is
 * in the bundles under {@code alarms.kind.<wire>}.
 */
public enum AlarmKind {
    PERSONAL("personal", Priority.LIFE),
    MEDICAL("medical", Priority.LIFE),
    FALL("fall", Priority.LIFE),
    EPILEPSY("epilepsy", Priority.LIFE),
    PANIC("panic", Priority.LIFE),
    FIRE("fire", Priority.LIFE),
    GAS("gas", Priority.LIFE),
    WANDERING("wandering", Priority.URGENT),
    INACTIVITY("inactivity", Priority.URGENT),
    BED("bed", Priority.URGENT),
    DOOR("door", Priority.URGENT),
    MEDICINE("medicine", Priority.URGENT),
    ASSISTANCE("assistance", Priority.URGENT),
    OTHER("other", Priority.URGENT),
    BURGLARY("burglary", Priority.PROPERTY),
    WATER("water", Priority.PROPERTY),
    TEMPERATURE("temperature", Priority.PROPERTY),
    TAMPER("tamper", Priority.PROPERTY),
    POWER("power", Priority.TECHNICAL),
    COMMUNICATION("communication", Priority.TECHNICAL),
    FAULT("fault", Priority.TECHNICAL),
    BATTERY("battery", Priority.LOW),
    OPENING("opening", Priority.LOW),
    TEST("test", Priority.LOW),
    /** A supervised device was not heard, or many of them. */
    SILENCE("silence", Priority.TECHNICAL),
    /** A device raises more alarms than can be shown. */
    FLOOD("flood", Priority.TECHNICAL),
    /** Somebody pretends to be a device. */
    SECURITY("security", Priority.URGENT),
    /** About the installation itself, raised by no device. */
    SYSTEM("system", Priority.TECHNICAL);

    private final String wire;
    private final int priority;

    AlarmKind(String wire, Priority priority) {
        this.wire = wire;
        this.priority = priority.value();
    }

    /** Whether it tells how equipment is: the same from many devices of one site is one thing to an operator. */
    public boolean isAboutEquipment() {
        return switch (this) {
            case POWER, BATTERY, COMMUNICATION, FAULT, TAMPER -> true;
            default -> false;
        };
    }

    public String wire() {
        return wire;
    }

    /** The priority that an alarm of this kind starts with. */
    public Priority priority() {
        return new Priority(priority);
    }
}
