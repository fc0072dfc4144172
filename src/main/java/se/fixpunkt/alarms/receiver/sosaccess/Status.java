package se.fixpunkt.alarms.receiver.sosaccess;

/**
 * The answers of SOS Access v4, with the words that its documentation gives them. {@link #SERVICE_UNAVAILABLE} (no heartbeats
 * agreed), {@link #DUPLICATED_ALARM} and {@link #SERVER_ERROR} are never sent: every registered device may send heartbeats,
 * a repeat gets its first answer again, and what fails here is better tried at the other receiver.
 */
enum Status {
    OK(0),
    INVALID_LENGTH(1),
    INVALID_XML(2),
    WRONG_CONTENT(3),
    /** Wrong transmitter or password; which of them is not told. */
    NOT_AUTHORIZED(4),
    /** The device is to use its other receiver. */
    NOT_TREATED_NOT_DISTRIBUTED(5),
    MANDATORY_DATA_MISSING(7),
    SERVICE_UNAVAILABLE(9),
    DUPLICATED_ALARM(10),
    SERVER_ERROR(98),
    /** An error of ours; the device is to use its other receiver. */
    OTHER_ERROR(99),
    XML_HEADER_MISSING_OR_INVALID(100),
    /** Spelled as documented. */
    PING_TO_OFTEN(101);

    private final int number;

    Status(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** For the conversation log. */
    String verdict() {
        return "status-" + number;
    }
}
