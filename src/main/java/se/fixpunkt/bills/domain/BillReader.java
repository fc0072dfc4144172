package se.fixpunkt.bills.domain;

import java.nio.file.Path;

/** Reads a bill from a file that somebody outside made; the content decides what the file is, never its name. */
public interface BillReader {

    /**
     * Reads the file as a stream and hands its rows to the sink. A row that cannot be imported is left out and named in
     * the report with its reason; nothing is left out in silence.
     *
     * @param fileName the name it was sent under; only for messages
     * @throws UnreadableFile when nothing at all can be imported
     */
    ImportReport read(Path file, String fileName, RowSink sink);
}
