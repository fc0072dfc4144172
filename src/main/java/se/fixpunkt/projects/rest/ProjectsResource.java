package se.fixpunkt.projects.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import se.fixpunkt.projects.ListedProject;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.ProjectChange;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.shared.Page;

/** Projects that the caller is in. */
@Path("projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectsResource {
    private final Projects projects;

    @Inject
    public ProjectsResource(Projects projects) {
        this.projects = projects;
    }

    public record Wish(String name, Boolean twoFactorRequired) {}

    public record Line(String id, String name, boolean twoFactorRequired, String role, boolean locked) {
        static Line of(ListedProject project) {
            return new Line(
                    project.id().toString(),
                    project.name(),
                    project.twoFactorRequired(),
                    project.role().word(),
                    project.locked());
        }
    }

    public record Full(
            String id,
            String name,
            boolean twoFactorRequired,
            String role,
            List<String> permissions,
            Instant openedAt,
            long version) {
        static Full of(Project project) {
            return new Full(
                    project.id().toString(),
                    project.name(),
                    project.twoFactorRequired(),
                    project.role().word(),
                    project.permissions().stream()
                            .sorted()
                            .map(Permission::name)
                            .toList(),
                    project.openedAt(),
                    project.version());
        }
    }

    @POST
    public Response open(Wish wish, @Context UriInfo uri) {
        Project project = projects.open(Body.required(wish).name(), Boolean.TRUE.equals(wish.twoFactorRequired()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(project.id().toString())
                        .build())
                .tag(Version.tag(project.version()))
                .entity(Full.of(project))
                .build();
    }

    @GET
    public Page<Line> mine(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return projects.mine(after, Page.limit(limit)).map(Line::of);
    }

    @GET
    @Path("{project}")
    public Response get(@PathParam("project") String project) {
        return answer(projects.get(PathId.of(project, ProjectId::new)));
    }

    @PATCH
    @Path("{project}")
    public Response change(
            @PathParam("project") String project, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Wish wish) {
        ProjectId id = PathId.of(project, ProjectId::new);
        return answer(projects.change(
                id, new ProjectChange(Body.required(wish).name(), wish.twoFactorRequired(), Version.ifMatch(ifMatch))));
    }

    private static Response answer(Project project) {
        return Response.ok(Full.of(project)).tag(Version.tag(project.version())).build();
    }
}
