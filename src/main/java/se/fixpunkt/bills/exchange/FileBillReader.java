package se.fixpunkt.bills.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.fixpunkt.bills.domain.BillReader;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.bills.domain.RowSink;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.exchange.csv.CsvBillReader;
import se.fixpunkt.bills.exchange.table.BillTable;
import se.fixpunkt.bills.exchange.xlsx.XlsxBillReader;

/** Reads a bill from whatever the file turns out to be. */
@ApplicationScoped
class FileBillReader implements BillReader {
    static final long MAX_BYTES = 64L << 20;

    @Override
    public ImportReport read(Path file, String fileName, RowSink sink) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnreadableFile(UnreadableFile.Reason.TOO_LARGE);
            }
            BillTable table = new BillTable(sink);
            switch (FileKind.of(file)) {
                case ZIP -> XlsxBillReader.read(file, table);
                case TEXT -> CsvBillReader.read(file, table);
            }
            return table.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
