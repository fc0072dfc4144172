package se.fixpunkt.bills;

import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * A bill ready to be written to a file.
 *
 * @param fileName the bill's title and the format's ending
 * @param content writes the whole file and leaves the target open; throws {@code UncheckedIOException} when it cannot
 */
public record BillExport(String fileName, String mediaType, Consumer<OutputStream> content) {}
