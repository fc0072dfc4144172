package se.fixpunkt.alarms;

import java.util.List;
import java.util.Map;

/** A workbook with rows that cannot be taken, so that none of them was. */
@SuppressWarnings("serial")
public final class DeviceImportRefused extends AlarmRefusal {
    private final transient DeviceImport found;

    public DeviceImportRefused(DeviceImport found) {
        super(Kind.INVALID);
        this.found = found;
    }

    public DeviceImport found() {
        return found;
    }

    @Override
    public Map<String, ?> details() {
        List<Map<String, ?>> problems = found.problems().stream()
                .<Map<String, ?>>map(one -> Map.of("row", one.row(), "column", one.column(), "problem", one.reason()))
                .toList();
        return Map.of("problems", problems);
    }
}
