package se.fixpunkt.bills.domain;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;

/** Writes a bill to a file format. What it writes reads back as exactly the same rows. */
public interface BillWriter {

    /** The name of the format in the contract, e.g. {@code xlsx}; also the file name's ending. */
    String format();

    String mediaType();

    /**
     * Writes the rows as a stream and leaves the target open.
     *
     * @param header what the header block shall say; fields that are missing are left out
     * @throws java.io.UncheckedIOException when the target cannot be written
     */
    void write(Map<HeaderField, String> header, Iterator<BillRow> rows, OutputStream target);
}
