package se.fixpunkt.alarms;

import java.util.Map;

/** The file is no workbook of devices. */
@SuppressWarnings("serial")
public final class UnreadableWorkbook extends AlarmRefusal {
    private final String reason;

    /**
     * @param reason {@code not-a-workbook}, {@code damaged}, {@code too-large}, {@code too-many-rows}, {@code forbidden} or
     *     {@code columns}
     */
    public UnreadableWorkbook(String reason) {
        super(Kind.INVALID);
        this.reason = reason;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("reason", reason);
    }
}
