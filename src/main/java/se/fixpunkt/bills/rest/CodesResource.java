package se.fixpunkt.bills.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.CodeCount;

/** The codes of a bill, level by level, with what they hold. */
@Path("bills/{bill}/codes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CodesResource {
    private final Bills bills;

    @Inject
    public CodesResource(Bills bills) {
        this.bills = bills;
    }

    public record Codes(List<CodeBody> items) {}

    /**
     * @param rows how many rows carry the code or one below it
     * @param total the sum of what counts among them
     */
    public record CodeBody(String code, String text, int rows, String total, boolean children) {
        static CodeBody of(CodeCount count) {
            return new CodeBody(
                    count.code(), count.text(), count.rows(), count.total().toString(), count.children());
        }
    }

    @GET
    public Codes below(@PathParam("bill") String bill, @QueryParam("under") @DefaultValue("") String under) {
        return new Codes(bills.codesUnder(PathId.of(bill, BillId::new), under).stream()
                .map(CodeBody::of)
                .toList());
    }

    @GET
    @Path("total")
    public CodeBody total(@PathParam("bill") String bill, @QueryParam("code") @DefaultValue("") String code) {
        return CodeBody.of(bills.code(PathId.of(bill, BillId::new), code));
    }
}
