package se.fixpunkt.bills.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillRowId;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.RowPage;
import se.fixpunkt.shared.rest.Problem;

/** The rows of a bill. */
@Path("bills/{bill}/rows")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RowsResource {
    /** No row has it, so that a tag that is none of ours never fits. */
    private static final long NO_VERSION = -1;

    private final Bills bills;

    @Inject
    public RowsResource(Bills bills) {
        this.bills = bills;
    }

    /** @param total how many rows there are in all with these filters */
    public record Rows(List<RowBody> items, String next, int total) {
        static Rows of(RowPage rows) {
            return new Rows(
                    rows.page().items().stream().map(RowBody::of).toList(),
                    rows.page().next(),
                    rows.total());
        }
    }

    @GET
    public Rows rows(@PathParam("bill") String bill, @BeanParam RowQuestion question) {
        BillId id = PathId.of(bill, BillId::new);
        return Rows.of(
                question.jumps()
                        ? bills.rowsAt(id, question.filter(), question.offset(), question.limit())
                        : bills.rows(id, question.filter(), question.after(), question.limit()));
    }

    @GET
    @Path("{row}")
    public Response row(@PathParam("bill") String bill, @PathParam("row") String row) {
        return answer(bills.row(PathId.of(bill, BillId::new), PathId.of(row, BillRowId::new)));
    }

    @PATCH
    @Path("{row}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("bill") String bill,
            @PathParam("row") String row,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonObject body) {
        BillId id = PathId.of(bill, BillId::new);
        BillRowId rowId = PathId.of(row, BillRowId::new);
        if (ifMatch == null) {
            bills.row(id, rowId);
            return Problem.of(428, "if-match-required");
        }
        return answer(bills.change(id, rowId, version(ifMatch), RowChangeBody.read(body)));
    }

    private static Response answer(Row row) {
        return Response.ok(RowBody.of(row))
                .tag(new EntityTag(Long.toString(row.version())))
                .build();
    }

    private static long version(String ifMatch) {
        try {
            return Long.parseLong(ifMatch.strip().replace("\"", ""));
        } catch (NumberFormatException foreign) {
            return NO_VERSION;
        }
    }
}
