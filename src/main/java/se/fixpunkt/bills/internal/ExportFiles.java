package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import se.fixpunkt.bills.BillExport;
import se.fixpunkt.bills.ExportFormat;
import se.fixpunkt.bills.domain.BillWriter;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.shared.Amount;

/** Puts a stored bill and the writer of a format together. */
@ApplicationScoped
class ExportFiles {
    private final RowRepository rows;
    private final ImportRepository imports;
    private final Instance<BillWriter> writers;

    @Inject
    ExportFiles(RowRepository rows, ImportRepository imports, @Any Instance<BillWriter> writers) {
        this.rows = rows;
        this.imports = imports;
        this.writers = writers;
    }

    BillExport export(BillHead head, Amount total, ExportFormat format) {
        BillWriter writer = writers.stream()
                .filter(candidate -> candidate.format().equals(format.contractName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no writer for " + format));
        Map<HeaderField, String> header = new EnumMap<>(HeaderField.class);
        header.putAll(imports.header(head.id()));
        header.put(HeaderField.TITLE, head.title());
        header.put(HeaderField.TOTAL, total.toString());
        return new BillExport(
                fileName(head.title(), format),
                writer.mediaType(),
                target -> rows.stream(head.id(), all -> writer.write(header, all, target)));
    }

    private static String fileName(String title, ExportFormat format) {
        return title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip() + '.' + format.contractName();
    }
}
