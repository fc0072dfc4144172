package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.domain.UnreadableFile.Reason;

/**
 * Where the parts of a workbook are.
 *
 * @param sheets the worksheets in the order of their tabs
 * @param sharedStrings null when there are none
 * @param styles null when there are none
 * @param from1904 whether dates count from 1904, as old Macintosh workbooks do
 */
record WorkbookParts(List<Sheet> sheets, String sharedStrings, String styles, boolean from1904) {
    private static final int MAX_SHEETS = 1_000;

    static WorkbookParts of(WorkbookZip zip) throws IOException {
        String workbook = workbook(zip);
        Relations relations = Relations.of(zip, workbook);
        Workbook book = new Workbook();
        try (InputStream in = zip.read(workbook, WorkbookZip.PART)) {
            SecureXml.parse(in, book);
        }
        List<Sheet> sheets = new ArrayList<>();
        for (Tab tab : book.tabs) {
            String part = relations.worksheets.get(tab.relation());
            if (part != null && zip.has(part)) {
                sheets.add(new Sheet(tab.name(), part, tab.hidden()));
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return new WorkbookParts(
                sheets, existing(zip, relations.sharedStrings), existing(zip, relations.styles), book.from1904);
    }

    private static String workbook(WorkbookZip zip) throws IOException {
        if (!zip.has("[Content_Types].xml")) {
            throw new UnreadableFile(zip.has("content.xml") ? Reason.OPEN_DOCUMENT : Reason.NOT_A_WORKBOOK);
        }
        if (zip.has("xl/workbook.bin")) {
            throw new UnreadableFile(Reason.BINARY_EXCEL);
        }
        String named = zip.has("_rels/.rels") ? Relations.of(zip, "").document : null;
        String workbook = named == null || !zip.has(named) ? "xl/workbook.xml" : named;
        if (!zip.has(workbook) || zip.has("word/document.xml")) {
            throw new UnreadableFile(Reason.NOT_A_WORKBOOK);
        }
        return workbook;
    }

    private static String existing(WorkbookZip zip, String part) {
        return part != null && zip.has(part) ? part : null;
    }

    record Sheet(String name, String part, boolean hidden) {}

    private record Tab(String name, String relation, boolean hidden) {}

    private static final class Workbook extends SecureXml.Handler {
        private final List<Tab> tabs = new ArrayList<>();
        private boolean from1904;

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("sheet") && tabs.size() < MAX_SHEETS) {
                String state = attribute(attributes, "state");
                tabs.add(new Tab(
                        String.valueOf(attribute(attributes, "name")),
                        String.valueOf(attribute(attributes, "id")),
                        state != null && !state.equals("visible")));
            } else if (name.equals("workbookPr")) {
                from1904 = isTrue(attribute(attributes, "date1904"));
            }
        }
    }

    /** What one part points to, by the last word of the relation's type. */
    private static final class Relations extends SecureXml.Handler {
        private final String folder;
        private final Map<String, String> worksheets = new HashMap<>();
        private String document;
        private String sharedStrings;
        private String styles;

        private Relations(String folder) {
            this.folder = folder;
        }

        static Relations of(WorkbookZip zip, String part) throws IOException {
            int slash = part.lastIndexOf('/') + 1;
            Relations relations = new Relations(part.substring(0, slash));
            String name = relations.folder + "_rels/" + part.substring(slash) + ".rels";
            if (zip.has(name)) {
                try (InputStream in = zip.read(name, WorkbookZip.PART)) {
                    SecureXml.parse(in, relations);
                }
            }
            return relations;
        }

        @Override
        void start(String name, Attributes attributes) {
            String type = attribute(attributes, "Type");
            String target = attribute(attributes, "Target");
            if (!name.equals("Relationship") || type == null || target == null) {
                return;
            }
            String part = resolved(target);
            switch (type.substring(type.lastIndexOf('/') + 1)) {
                case "worksheet" -> worksheets.put(String.valueOf(attribute(attributes, "Id")), part);
                case "officeDocument" -> document = part;
                case "sharedStrings" -> sharedStrings = part;
                case "styles" -> styles = part;
                default -> {
                    // Drawings, themes, comments and the like are no part of a bill.
                }
            }
        }

        private String resolved(String target) {
            if (target.startsWith("/")) {
                return target.substring(1);
            }
            List<String> steps = new ArrayList<>();
            for (String step : List.of((folder + target).split("/", -1))) {
                if (step.equals("..") && !steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                } else if (!step.equals(".") && !step.equals("..")) {
                    steps.add(step);
                }
            }
            return String.join("/", steps);
        }
    }
}
