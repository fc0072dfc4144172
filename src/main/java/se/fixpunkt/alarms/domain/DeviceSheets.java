package se.fixpunkt.alarms.domain;

import java.util.List;

/** Workbooks of devices as files. */
public interface DeviceSheets {

    /**
     * @throws se.fixpunkt.alarms.UnreadableWorkbook when it is no such workbook, or too large
     */
    DeviceSheet read(byte[] workbook);

    /** A workbook with these rows under a heading. */
    byte[] write(List<DeviceRow> rows);
}
