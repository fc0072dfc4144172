package se.fixpunkt.projects.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.projects.RolePermissions;
import se.fixpunkt.projects.Roles;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;

/** What each role may in a project. */
@Path("projects/{project}/roles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RolesResource {
    private final Roles roles;

    @Inject
    public RolesResource(Roles roles) {
        this.roles = roles;
    }

    public record Wish(List<String> permissions) {}

    public record Line(String role, List<String> permissions, long version) {
        static Line of(RolePermissions role) {
            return new Line(
                    role.role().word(),
                    role.permissions().stream().sorted().map(Permission::name).toList(),
                    role.version());
        }
    }

    @GET
    public Page<Line> list(@PathParam("project") String project) {
        return new Page<>(
                roles.of(PathId.of(project, ProjectId::new)).stream()
                        .map(Line::of)
                        .toList(),
                null);
    }

    @PUT
    @Path("{role}")
    public Response change(
            @PathParam("project") String project,
            @PathParam("role") String role,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Wish wish) {
        RolePermissions changed = roles.change(
                PathId.of(project, ProjectId::new),
                Role.of(role).orElseThrow(NotFound::new),
                permissions(Body.required(wish).permissions()),
                Version.ifMatch(ifMatch));
        return Response.ok(Line.of(changed)).tag(Version.tag(changed.version())).build();
    }

    private static Set<Permission> permissions(List<String> names) {
        if (names == null) {
            throw new InvalidValue("permissions", "required");
        }
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String name : names) {
            try {
                permissions.add(Permission.valueOf(String.valueOf(name)));
            } catch (IllegalArgumentException unknown) {
                throw new InvalidValue("permissions", "unknown");
            }
        }
        return permissions;
    }
}
