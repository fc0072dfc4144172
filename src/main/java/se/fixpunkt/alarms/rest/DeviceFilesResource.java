package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.DeviceImport;
import se.fixpunkt.shared.InvalidValue;

/** The register as a workbook, out and in. */
@Path("device-register")
@RequestScoped
public class DeviceFilesResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DeviceFiles files;

    @Inject
    public DeviceFilesResource(DeviceFiles files) {
        this.files = files;
    }

    /** What a workbook would do, or did. */
    @JsonbNillable
    public record ImportJson(
            int rows, int added, int changed, int unchanged, List<String> unread, List<ProblemJson> problems) {
        static ImportJson of(DeviceImport done) {
            return new ImportJson(
                    done.rows(),
                    done.added(),
                    done.changed(),
                    done.unchanged(),
                    done.unread(),
                    done.problems().stream()
                            .map(one -> new ProblemJson(one.row(), one.column(), one.reason()))
                            .toList());
        }
    }

    /** Why a row cannot be taken. */
    public record ProblemJson(int row, String column, String problem) {}

    @GET
    @Path("export")
    @Produces(XLSX)
    public Response export() {
        return Response.ok(files.export(), XLSX)
                .header("Content-Disposition", "attachment; filename=\"enheter.xlsx\"")
                .build();
    }

    /** @param preview says what would be done and does nothing */
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public ImportJson take(
            @QueryParam("preview") @DefaultValue("false") boolean preview, @FormParam("file") EntityPart file) {
        if (file == null) {
            throw new InvalidValue("file", "required");
        }
        try (InputStream content = file.getContent()) {
            byte[] workbook = content.readNBytes(DeviceFiles.BYTES + 1);
            return ImportJson.of(preview ? files.check(workbook) : files.take(workbook));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
