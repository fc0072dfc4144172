package se.fixpunkt.bills.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.bills.domain.BillReader;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.ImportReport;

/** What came out of a file, with the few questions that tests ask. */
public record Imported(List<BillRow> rows, List<Integer> numbers, ImportReport report) {

    public static Imported file(Path file) {
        BillReader reader = new FileBillReader();
        List<BillRow> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        ImportReport report = reader.read(file, "bill", (row, sheet, number) -> {
            rows.add(row);
            numbers.add(number);
        });
        return new Imported(rows, numbers, report);
    }

    public static Imported csv(String... lines) {
        return csv(StandardCharsets.UTF_8, String.join("\r\n", lines));
    }

    public static Imported csv(Charset charset, String text) {
        return bytes(text.getBytes(charset));
    }

    public static Imported bytes(byte[] content) {
        try {
            Path file = Files.createTempFile("bill", ".dat");
            try {
                Files.write(file, content);
                return file(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table with the usual columns and these rows. */
    public static Imported rows(String... lines) {
        return csv("KOD;;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\r\n" + String.join("\r\n", lines));
    }

    public BillRow row(int index) {
        return rows.get(index);
    }

    /** The problems as {@code SEVERITY row column key [params]}, for readable comparison. */
    public List<String> problems() {
        return report.problems().stream().map(Imported::told).toList();
    }

    public List<String> problems(ImportProblem.Severity severity) {
        return report.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Imported::told)
                .toList();
    }

    /** The rows as {@code kind code text unit quantity rate amount}. */
    public List<String> told() {
        return rows.stream().map(Imported::told).toList();
    }

    private static String told(BillRow row) {
        return String.join(
                "|",
                row.kind().contractName(),
                String.valueOf(row.code()),
                row.text(),
                String.valueOf(row.unit()),
                String.valueOf(row.quantity()),
                String.valueOf(row.rate()),
                String.valueOf(row.amount()));
    }

    private static String told(ImportProblem problem) {
        return problem.severity() + " " + problem.row() + " " + problem.column() + " " + problem.problem()
                + (problem.params().isEmpty() ? "" : " " + problem.params());
    }
}
