package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceChange;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Page;

/** The device register. */
@Path("devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DevicesResource {
    private final Devices devices;

    @Inject
    public DevicesResource(Devices devices) {
        this.devices = devices;
    }

    /** What is sent to register a device; {@code key} and {@code supervisionSeconds} may be missing. */
    public record Registration(String protocol, String identity, String name, String key, Integer supervisionSeconds) {}

    @POST
    public Response register(Registration asked) {
        Registration given = Given.body(asked);
        if (given.protocol() == null || given.protocol().isBlank()) {
            throw new InvalidValue("protocol", "required");
        }
        Protocol protocol = Protocol.of(given.protocol()).orElseThrow(() -> new InvalidValue("protocol", "unknown"));
        DeviceIdentity identity = DeviceIdentity.of(protocol, given.identity());
        Device device =
                devices.register(new NewDevice(identity, given.name(), given.key(), given.supervisionSeconds()));
        return Response.created(URI.create("devices/" + device.id()))
                .tag(tag(device))
                .entity(DeviceJson.of(device))
                .build();
    }

    /**
     * The register, or the devices of one identity.
     *
     * @param identity as people write it, with or without {@code #}
     * @param text part of a name or an identity
     */
    @GET
    public PageJson<DeviceJson> list(
            @QueryParam("identity") String identity,
            @QueryParam("text") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Page<Device> page = identity == null || identity.isBlank()
                ? devices.list(text, after, Page.limit(limit))
                : new Page<>(devices.known(identity), null);
        return PageJson.of(page, DeviceJson::of);
    }

    @GET
    @Path("{id}")
    public Response device(@PathParam("id") String id) {
        Device device = devices.device(new DeviceId(Given.id(id)));
        return Response.ok(DeviceJson.of(device)).tag(tag(device)).build();
    }

    @PATCH
    @Path("{id}")
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, DeviceChangeJson change) {
        Device device =
                devices.change(new DeviceId(Given.id(id)), Given.body(change).toChange(), Given.version(ifMatch));
        return Response.ok(DeviceJson.of(device)).tag(tag(device)).build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        devices.remove(new DeviceId(Given.id(id)));
        return Response.noContent().build();
    }

    private static EntityTag tag(Device device) {
        return new EntityTag(String.valueOf(device.version()));
    }

    /** The changed fields; what is missing stays. An empty key takes the key away, 0 seconds end supervision. */
    public record DeviceChangeJson(String name, String key, Integer supervisionSeconds) {
        DeviceChange toChange() {
            return new DeviceChange(name, key, supervisionSeconds);
        }
    }
}
