package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceGroups;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;

/** Groups of devices and who may see them. */
@Path("device-groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceGroupsResource {
    private final DeviceGroups groups;

    @Inject
    public DeviceGroupsResource(DeviceGroups groups) {
        this.groups = groups;
    }

    /** A group in the contract's form. */
    public record GroupJson(String id, String name, long devices, List<String> members) {
        static GroupJson of(DeviceGroup group) {
            return new GroupJson(
                    group.id().toString(),
                    group.name(),
                    group.devices(),
                    group.members().stream().map(PersonId::toString).toList());
        }
    }

    /** What is sent to make a group. */
    public record NewGroup(String name) {}

    /** What is sent to let somebody in. */
    public record NewMember(String email) {}

    @GET
    public PageJson<GroupJson> list() {
        return PageJson.of(new Page<>(groups.list(), null), GroupJson::of);
    }

    @POST
    public Response create(NewGroup asked) {
        DeviceGroup group = groups.create(Given.body(asked).name());
        return Response.created(URI.create("device-groups/" + group.id()))
                .entity(GroupJson.of(group))
                .build();
    }

    @GET
    @Path("{id}")
    public GroupJson group(@PathParam("id") String id) {
        return GroupJson.of(groups.group(id(id)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        groups.remove(id(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/members")
    public GroupJson admit(@PathParam("id") String id, NewMember member) {
        groups.admit(id(id), Given.body(member).email());
        return GroupJson.of(groups.group(id(id)));
    }

    @DELETE
    @Path("{id}/members/{person}")
    public Response dismiss(@PathParam("id") String id, @PathParam("person") String person) {
        groups.dismiss(id(id), new PersonId(Given.id(person)));
        return Response.noContent().build();
    }

    private static DeviceGroupId id(String written) {
        return new DeviceGroupId(Given.id(written));
    }
}
