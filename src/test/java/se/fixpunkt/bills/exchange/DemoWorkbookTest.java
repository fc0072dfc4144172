package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.Layout;
import se.fixpunkt.bills.domain.RowKind;

/** The workbook that the demo imports. */
class DemoWorkbookTest {
    private final Imported demo = Imported.file(DemoWorkbook.FILE);

    @Test
    void theFileInTheRepositoryIsWhatTheProgramMakes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DemoWorkbook.write(out);
        Imported made = Imported.bytes(out.toByteArray());
        assertEquals(made.rows(), demo.rows());
        assertEquals(made.report(), demo.report());
    }

    @Test
    void importsWithoutErrorsAndWarningsAndAgreesWithItsDeclaredTotal() {
        assertEquals(List.of(), demo.problems(Severity.ERROR));
        assertEquals(List.of(), demo.problems(Severity.WARNING));
        assertEquals(demo.report().total(), demo.report().declaredTotal().orElseThrow());
        assertEquals(Layout.A, demo.report().layout());
        assertEquals(DemoBill.PROJECT, demo.report().header().get(HeaderField.PROJECT));
    }

    @Test
    void hasFourHundredItemsAndEveryKindOfRowThatLayoutAKnows() {
        assertTrue(demo.report().items() >= 400, () -> "items: " + demo.report().items());
        Set<RowKind> kinds = demo.rows().stream().map(row -> row.kind()).collect(Collectors.toSet());
        assertTrue(kinds.containsAll(Set.of(
                RowKind.HEADING, RowKind.ITEM, RowKind.LUMP_SUM, RowKind.INCLUDED_ELSEWHERE, RowKind.RATE_ONLY)));
        assertTrue(demo.rows().stream().anyMatch(row -> row.kind() == RowKind.ITEM && row.rate() == null));
        long mains =
                demo.rows().stream().map(row -> row.code().main()).distinct().count();
        assertTrue(mains >= 4);
    }
}
