package se.fixpunkt.bills.exchange.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import se.fixpunkt.bills.domain.HeaderField;

/** The label cells above a table, each with its value in the cell below it. */
final class HeaderBlock {
    private static final int MAX_ROWS = 100;
    private static final int BELOW = 2;
    private static final Pattern TOTAL = Pattern.compile(
            "(TOTALT?(BELOPP|SUMMA|PRIS)?|SUMMATOTALT?|BELOPPTOTALT?|ANBUDSSUMMA|KONTRAKTSSUMMA|SUMMA|TOTALAMOUNT)I?(KR|SEK|KRONOR)?(EXKL|EXKLUSIVE|EX)?(MOMS)?");
    private static final Map<HeaderField, Pattern> LABELS = labels();

    private final List<Line> lines = new ArrayList<>();

    void add(int row, List<Cell> cells) {
        if (lines.size() < MAX_ROWS) {
            lines.add(new Line(row, cells));
        }
    }

    /** The value cells by what their labels say; the first label of a kind wins. */
    Map<HeaderField, Cell> values() {
        Map<HeaderField, Cell> values = new EnumMap<>(HeaderField.class);
        for (int at = 0; at < lines.size(); at++) {
            for (Cell cell : lines.get(at).cells()) {
                Optional<HeaderField> field = labelled(cell.text());
                if (field.isPresent() && !values.containsKey(field.get())) {
                    below(at, cell.column())
                            .or(beside(lines.get(at).cells(), cell))
                            .ifPresent(value -> values.put(field.get(), value));
                } else {
                    inSameCell(cell, values);
                }
            }
        }
        return values;
    }

    private Optional<Cell> below(int at, int column) {
        for (Line next : lines.subList(at + 1, lines.size())) {
            if (next.row() > lines.get(at).row() + BELOW) {
                return Optional.empty();
            }
            Optional<Cell> found = next.cells().stream()
                    .filter(cell -> cell.column() == column && !cell.isBlank())
                    .findFirst();
            if (found.isPresent()) {
                return found.filter(cell -> labelled(cell.text()).isEmpty());
            }
            boolean nextLabels =
                    next.cells().stream().anyMatch(cell -> labelled(cell.text()).isPresent());
            if (nextLabels) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Supplier<Optional<Cell>> beside(List<Cell> row, Cell label) {
        return () -> row.stream()
                .filter(cell -> cell.column() > label.column() && !cell.isBlank())
                .findFirst()
                .filter(cell -> labelled(cell.text()).isEmpty());
    }

    private static void inSameCell(Cell cell, Map<HeaderField, Cell> values) {
        int colon = cell.text().indexOf(':');
        if (colon > 0 && colon < 40 && colon < cell.text().length() - 1) {
            labelled(cell.text().substring(0, colon))
                    .ifPresent(field -> values.putIfAbsent(
                            field, Cell.text(cell.column(), cell.text().substring(colon + 1))));
        }
    }

    private static Optional<HeaderField> labelled(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        String label = Label.of(text);
        return LABELS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(label).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<HeaderField, Pattern> labels() {
        Map<HeaderField, Pattern> labels = new EnumMap<>(HeaderField.class);
        labels.put(HeaderField.TITLE, Pattern.compile("DOKUMENT(NAMN|TITEL)?|TITEL|HANDLING|TITLE|DOCUMENT"));
        labels.put(HeaderField.STATUS, Pattern.compile("STATUS|DOKUMENTSTATUS"));
        labels.put(
                HeaderField.PROJECT, Pattern.compile("PROJEKT(NAMN)?|OBJEKT(NAMN)?|ENTREPRENAD|UPPDRAGSNAMN|PROJECT"));
        labels.put(
                HeaderField.DOCUMENT_NUMBER,
                Pattern.compile("(DOKUMENT|DOK|HANDLINGS|RITNINGS)(NUMMER|NR|ID|BETECKNING)|DOCUMENTNUMBER"));
        labels.put(HeaderField.DATE, Pattern.compile("(DOKUMENT|UTGIVNINGS)?DATUM|UPPRATTAD|DATE"));
        labels.put(
                HeaderField.REVISION,
                Pattern.compile("REV(ISION|IDERING)?(NR|BET)?|BET(ECKNING)?|(ANDR|ANDRINGS)BET(ECKNING)?|VERSION"));
        labels.put(HeaderField.PAGE, Pattern.compile("SID(A|NR|NUMMER|OR)?|BLAD(NR)?|PAGE"));
        labels.put(
                HeaderField.HANDLED_BY,
                Pattern.compile("HANDLAGGARE|HANDLAGDAV|UPPRATTADAV|UTFORDAV|ANSVARIG|KONTAKTPERSON|HANDLEDBY"));
        labels.put(
                HeaderField.ASSIGNMENT_NUMBER,
                Pattern.compile("(UPPDRAGS?|PROJEKT|OBJEKTS?|ARENDE|DIARIE)(NUMMER|NR)|UPPDRAG|ASSIGNMENTNUMBER"));
        labels.put(HeaderField.CONTENT, Pattern.compile("INNEHALL(ER)?|AVSER|OMFATTNING|CONTENT"));
        labels.put(
                HeaderField.CHANGED,
                Pattern.compile(
                        "(SENAST)?ANDRAD|ANDRING(SDATUM)?|ANDRDATUM|REV(IDERINGS)?DATUM|REVIDERAD(DATUM)?|CHANGED"));
        labels.put(HeaderField.TOTAL, TOTAL);
        return labels;
    }

    private record Line(int row, List<Cell> cells) {}
}
