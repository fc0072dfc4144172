package se.fixpunkt.bills.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.fixpunkt.bills.BillImports;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.ImportedBill;
import se.fixpunkt.bills.SourceFile;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Page;

/** A project's bills, and the door through which files become bills. */
@Path("projects/{project}/bills")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProjectBillsResource {
    private static final int LONGEST_TITLE_BYTES = 4096;

    private final Bills bills;
    private final BillImports imports;

    @Inject
    public ProjectBillsResource(Bills bills, BillImports imports) {
        this.bills = bills;
        this.imports = imports;
    }

    @GET
    public Page<Map<String, Object>> all(@PathParam("project") String project) {
        return new Page<>(
                bills.of(PathId.of(project, ProjectId::new)).stream()
                        .map(BillBody::of)
                        .toList(),
                null);
    }

    /**
     * @param preview reads the file and stores nothing
     * @param draft stores the bill as a draft that waits to be accepted
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @PathParam("project") String project,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @QueryParam("draft") @DefaultValue("false") boolean draft,
            @FormParam("title") EntityPart title,
            @FormParam("file") EntityPart file,
            @Context UriInfo uri) {
        ProjectId in = PathId.of(project, ProjectId::new);
        if (file == null) {
            throw new InvalidValue("file", "required");
        }
        try (SourceFile source =
                SourceFile.receive(file.getContent(), file.getFileName().orElse(""))) {
            if (preview) {
                return Response.ok(Map.of("import", BillBody.of(imports.preview(in, source))))
                        .build();
            }
            String named = text(title);
            ImportedBill imported = draft ? imports.draft(in, named, source) : imports.importNow(in, named, source);
            Map<String, Object> body = BillBody.of(imported.bill());
            body.put("import", BillBody.of(imported.report()));
            return Response.created(uri.getBaseUriBuilder()
                            .path("bills/{bill}")
                            .build(imported.bill().id().toString()))
                    .entity(body)
                    .build();
        }
    }

    private static String text(EntityPart part) {
        if (part == null) {
            throw new InvalidValue("title", "required");
        }
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(LONGEST_TITLE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
