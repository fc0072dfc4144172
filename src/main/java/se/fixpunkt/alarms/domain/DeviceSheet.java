package se.fixpunkt.alarms.domain;

import java.util.List;

/**
 * What a workbook of devices says.
 *
 * @param rows below the headings, empty ones left out
 * @param unread headings that are none of ours, in their order; what stands below them is not looked at
 */
public record DeviceSheet(List<DeviceRow> rows, List<String> unread) {
    public DeviceSheet {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }
}
