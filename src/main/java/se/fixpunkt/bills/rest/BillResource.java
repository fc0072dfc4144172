package se.fixpunkt.bills.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.BillExport;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillImports;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.ExportFormat;
import se.fixpunkt.shared.InvalidValue;

/** One bill as a whole. */
@Path("bills/{bill}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BillResource {
    private final Bills bills;
    private final BillImports imports;

    @Inject
    public BillResource(Bills bills, BillImports imports) {
        this.bills = bills;
        this.imports = imports;
    }

    @GET
    public Response get(@PathParam("bill") String bill) {
        return answer(bills.get(id(bill)));
    }

    /** A draft becomes part of the project. */
    @POST
    @Path("accept")
    public Response accept(@PathParam("bill") String bill) {
        return answer(imports.accept(id(bill)));
    }

    /** A draft is thrown away. */
    @DELETE
    public void discard(@PathParam("bill") String bill) {
        imports.discard(id(bill));
    }

    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(@PathParam("bill") String bill, @QueryParam("format") String format) {
        ExportFormat wanted = ExportFormat.named(format == null ? "xlsx" : format)
                .orElseThrow(() -> new InvalidValue("format", "unknown"));
        BillExport export = bills.export(id(bill), wanted);
        StreamingOutput content = target -> export.content().accept(target);
        return Response.ok(content, export.mediaType())
                .header("Content-Disposition", disposition(export.fileName()))
                .build();
    }

    private static Response answer(Bill bill) {
        Map<String, Object> body = BillBody.of(bill);
        return Response.ok(body)
                .tag(new EntityTag(Long.toString(bill.version())))
                .build();
    }

    private static BillId id(String bill) {
        return PathId.of(bill, BillId::new);
    }

    /** RFC 6266: the name in ASCII for old programs, and whole in UTF-8. */
    private static String disposition(String fileName) {
        String ascii = fileName.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        String whole = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + whole;
    }
}
