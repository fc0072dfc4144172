package se.fixpunkt.alarms.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import se.fixpunkt.alarms.Transmission;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Page;

/**
 * A whole search as a file, read page by page while it is written, so that a year takes no more memory than a page. {@code csv}
 * for spreadsheets, {@code jsonl} with a line like the list's items for each message, {@code dump} for Wireshark: time, direction
 * and bytes as {@code text2pcap -D -t ISO} reads them.
 */
final class ConversationExport {
    private final Function<String, Page<Transmission>> pages;
    private final Consumer<String> noted;

    /**
     * @param pages the page after a cursor, null for the first
     * @param noted writes down that the search is taken along in a format
     */
    ConversationExport(Function<String, Page<Transmission>> pages, Consumer<String> noted) {
        this.pages = pages;
        this.noted = noted;
    }

    Response as(String format) {
        return switch (format == null ? "csv" : format) {
            case "csv" -> file("csv", "text/csv", "\ufeff" + ExportedLine.CSV_HEAD, ExportedLine::csv);
            case "dump" -> file("txt", MediaType.TEXT_PLAIN, "", ExportedLine::dump);
            case "jsonl" -> {
                Jsonb json = JsonbBuilder.create(new JsonbConfig());
                yield file("jsonl", "application/jsonl", "", line -> json.toJson(TransmissionJson.of(line)) + "\n");
            }
            default -> throw new InvalidValue("format", "unknown");
        };
    }

    /** The first page is read before anything is sent, so that a refusal is still one. */
    private Response file(String ending, String type, String head, Function<Transmission, String> form) {
        Page<Transmission> first = pages.apply(null);
        noted.accept(ending.equals("txt") ? "dump" : ending);
        StreamingOutput content = target -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
            out.write(head);
            Page<Transmission> page = first;
            write(page, out, form);
            while (page.next() != null) {
                page = pages.apply(page.next());
                write(page, out, form);
            }
            out.flush();
        };
        return Response.ok(content, type + "; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"conversation." + ending + "\"")
                .build();
    }

    private static void write(Page<Transmission> page, Writer out, Function<Transmission, String> form)
            throws IOException {
        for (Transmission line : page.items()) {
            out.write(form.apply(line));
        }
    }
}
