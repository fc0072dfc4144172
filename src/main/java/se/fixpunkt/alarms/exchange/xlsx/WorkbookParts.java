package se.fixpunkt.alarms.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 * @param from1904 whether days are counted from 1904, as old Macintosh workbooks do
 */
@SuppressWarnings("ArrayRecordComponent")
record WorkbookParts(List<byte[]> sheets, byte[] strings, byte[] styles, boolean from1904) {
    /** Five thousand rows with everything in them take less. */
    private static final int MAX_UNPACKED = 40 << 20;

    private static final int MAX_ENTRIES = 500;

    static WorkbookParts of(byte[] file) {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new UnreadableWorkbook("not-a-workbook");
        }
        Map<String, byte[]> parts = unpacked(file);
        String name = workbook(parts);
        byte[] workbook = parts.get(name);
        byte[] relations = parts.get(relationsOf(name));
        if (workbook == null || relations == null) {
            throw new UnreadableWorkbook("not-a-workbook");
        }
        Relations found = new Relations(folder(name));
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
                found.styles == null ? null : parts.get(found.styles),
                sheets.from1904);
    }

    /** The main part's name: the usual one unless the package says otherwise. */
    private static String workbook(Map<String, byte[]> parts) {
        Relations found = new Relations("");
        byte[] relations = parts.get(relationsOf(""));
        if (relations != null) {
            PlainXml.parse(relations, found);
        }
        return parts.containsKey(found.document) ? found.document : "xl/workbook.xml";
    }

    private static String relationsOf(String part) {
        String folder = folder(part);
        return folder + "_rels/" + part.substring(folder.length()) + ".rels";
    }

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
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
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
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
        private boolean from1904;

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("workbookPr")) {
                String from = String.valueOf(attributes.getValue("date1904"));
                from1904 = from.equals("1") || from.equals("true");
            }
            String state = PlainXml.attribute(attributes, "state");
            if (name.equals("sheet") && (state == null || state.equals("visible"))) {
                relations.add(String.valueOf(PlainXml.attribute(attributes, "id")));
            }
        }
    }

    private static final class Relations extends PlainXml.Handler {
        private final String folder;
        private final Map<String, String> targets = new HashMap<>();
        private String document;
        private String strings;
        private String styles;

        /** @param folder of the part that they are of */
        private Relations(String folder) {
            this.folder = folder;
        }

        @Override
        void start(String name, Attributes attributes) {
            String target = PlainXml.attribute(attributes, "Target");
            String type = PlainXml.attribute(attributes, "Type");
            if (!name.equals("Relationship") || target == null || type == null) {
                return;
            }
            String part = part(target).toLowerCase(Locale.ROOT);
            if (type.endsWith("/officeDocument")) {
                document = part;
            } else if (type.endsWith("/worksheet")) {
                targets.put(String.valueOf(PlainXml.attribute(attributes, "Id")), part);
            } else if (type.endsWith("/sharedStrings")) {
                strings = part;
            } else if (type.endsWith("/styles")) {
                styles = part;
            }
        }

        private String part(String target) {
            Deque<String> steps = new ArrayDeque<>();
            for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
                if (step.equals("..")) {
                    steps.pollLast();
                } else if (!step.isEmpty() && !step.equals(".")) {
                    steps.addLast(step);
                }
            }
            return String.join("/", steps);
        }
    }
}
