package se.fixpunkt.alarms.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.xml.sax.Attributes;
import se.fixpunkt.alarms.UnreadableWorkbook;

/**
 * The parts of an xlsx file that hold its sheets. What comes out of the packing is counted, whatever the file says of itself.
 *
 * @param sheets those that are not hidden, in their order
 * @param strings the shared strings; null when the file has none
 * @param styles how numbers are shown; null when the file does not say
 */
@SuppressWarnings("ArrayRecordComponent")
record WorkbookParts(List<byte[]> sheets, byte[] strings, byte[] styles) {
    /** Five thousand rows with everything in them take less. */
    private static final int MAX_UNPACKED = 40 << 20;

    private static final int MAX_ENTRIES = 500;

    static WorkbookParts of(byte[] file) {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new UnreadableWorkbook("not-a-workbook");
        }
        Map<String, byte[]> parts = unpacked(file);
        byte[] workbook = parts.get("xl/workbook.xml");
        byte[] relations = parts.get("xl/_rels/workbook.xml.rels");
        if (workbook == null || relations == null) {
            throw new UnreadableWorkbook("not-a-workbook");
        }
        Relations found = new Relations();
        PlainXml.parse(relations, found);
        Sheets sheets = new Sheets();
        PlainXml.parse(workbook, sheets);
        List<byte[]> shown = sheets.relations.stream()
                .map(relation -> parts.get(found.targets.get(relation)))
                .filter(Objects::nonNull)
                .toList();
        if (shown.isEmpty()) {
            throw new UnreadableWorkbook("damaged");
        }
        return new WorkbookParts(
                shown,
                found.strings == null ? null : parts.get(found.strings),
                found.styles == null ? null : parts.get(found.styles));
    }

    private static Map<String, byte[]> unpacked(byte[] file) {
        Map<String, byte[]> parts = new HashMap<>();
        int left = MAX_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    throw new UnreadableWorkbook("too-large");
                }
                byte[] content = content(zip, left);
                left -= content.length;
                String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                if (name.startsWith("xl/") && (name.endsWith(".xml") || name.endsWith(".rels"))) {
                    parts.putIfAbsent(name, content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableWorkbook("damaged");
        }
        return parts;
    }

    private static byte[] content(InputStream in, int most) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (content.size() + read > most) {
                throw new UnreadableWorkbook("too-large");
            }
            content.write(buffer, 0, read);
        }
        return content.toByteArray();
    }

    private static final class Sheets extends PlainXml.Handler {
        private final List<String> relations = new ArrayList<>();

        @Override
        void start(String name, Attributes attributes) {
            String state = PlainXml.attribute(attributes, "state");
            if (name.equals("sheet") && (state == null || state.equals("visible"))) {
                relations.add(String.valueOf(PlainXml.attribute(attributes, "id")));
            }
        }
    }

    private static final class Relations extends PlainXml.Handler {
        private final Map<String, String> targets = new HashMap<>();
        private String strings;
        private String styles;

        @Override
        void start(String name, Attributes attributes) {
            String target = PlainXml.attribute(attributes, "Target");
            String type = PlainXml.attribute(attributes, "Type");
            if (!name.equals("Relationship") || target == null || type == null) {
                return;
            }
            String part = (target.startsWith("/") ? target.substring(1) : "xl/" + target).toLowerCase(Locale.ROOT);
            if (type.endsWith("/worksheet")) {
                targets.put(String.valueOf(PlainXml.attribute(attributes, "Id")), part);
            } else if (type.endsWith("/sharedStrings")) {
                strings = part;
            } else if (type.endsWith("/styles")) {
                styles = part;
            }
        }
    }
}
