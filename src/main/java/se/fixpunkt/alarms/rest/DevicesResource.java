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
import java.time.Clock;
import java.time.Instant;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceChange;
import se.fixpunkt.alarms.DeviceFilter;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceState;
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
    private final Clock clock;

    @Inject
    public DevicesResource(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** What is sent to register a device; all but the first three may be missing. */
    public record Registration(
            String protocol,
            String identity,
            String name,
            String key,
            Integer supervisionSeconds,
            String group,
            String secondReceiver,
            String onTestUntil,
            String outOfServiceUntil,
            Integer alarmLimit,
            RecordJson record) {
        NewDevice toDevice(DeviceIdentity as) {
            return new NewDevice(
                    as,
                    name,
                    key,
                    supervisionSeconds,
                    SettingsJson.read(group, secondReceiver, onTestUntil, outOfServiceUntil, alarmLimit),
                    record == null ? DeviceRecord.EMPTY : record.toRecord());
        }
    }

    @POST
    public Response register(Registration asked) {
        Registration given = Given.body(asked);
        if (given.protocol() == null || given.protocol().isBlank()) {
            throw new InvalidValue("protocol", "required");
        }
        Protocol protocol = Protocol.of(given.protocol()).orElseThrow(() -> new InvalidValue("protocol", "unknown"));
        DeviceIdentity identity = DeviceIdentity.of(protocol, given.identity());
        Device device = devices.register(given.toDevice(identity));
        return Response.created(URI.create("devices/" + device.id()))
                .tag(tag(device))
                .entity(DeviceJson.of(device, clock.instant()))
                .build();
    }

    /**
     * The register, or the devices of one identity.
     *
     * @param identity as people write it, with or without {@code #}
     * @param text part of a name or an identity, or words or a telephone number of its record
     * @param state only those that are so, e.g. {@code silent}
     * @param group only that group's
     */
    @GET
    public PageJson<DeviceJson> list(
            @QueryParam("identity") String identity,
            @QueryParam("text") String text,
            @QueryParam("state") String state,
            @QueryParam("group") String group,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Page<Device> page = identity == null || identity.isBlank()
                ? devices.list(filter(text, state, group), after, Page.limit(limit))
                : new Page<>(devices.known(identity), null);
        Instant now = clock.instant();
        return PageJson.of(page, device -> DeviceJson.of(device, now));
    }

    private static DeviceFilter filter(String text, String state, String group) {
        return new DeviceFilter(
                text,
                state == null || state.isBlank() ? null : DeviceState.of(state),
                group == null || group.isBlank() ? null : new DeviceGroupId(Given.id(group)));
    }

    @GET
    @Path("{id}")
    public Response device(@PathParam("id") String id) {
        DeviceId asked = new DeviceId(Given.id(id));
        Device device = devices.device(asked);
        return Response.ok(DeviceJson.of(device, devices.record(asked), clock.instant()))
                .tag(tag(device))
                .build();
    }

    /** What the device has sent, as it was understood, the newest first. */
    @GET
    @Path("{id}/signals")
    public PageJson<SignalJson> signals(
            @PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return PageJson.of(devices.signals(new DeviceId(Given.id(id)), after, Page.limit(limit)), SignalJson::of);
    }

    @PATCH
    @Path("{id}")
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, DeviceChangeJson change) {
        Device device =
                devices.change(new DeviceId(Given.id(id)), Given.body(change).toChange(), Given.version(ifMatch));
        return Response.ok(DeviceJson.of(device, clock.instant()))
                .tag(tag(device))
                .build();
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

    /**
     * The changed fields; what is missing stays. An empty text takes a value away, 0 seconds end supervision; a record takes
     * the place of the whole record.
     */
    public record DeviceChangeJson(
            String name,
            String key,
            Integer supervisionSeconds,
            String group,
            String secondReceiver,
            String onTestUntil,
            String outOfServiceUntil,
            Integer alarmLimit,
            RecordJson record) {
        DeviceChange toChange() {
            return new DeviceChange(
                    name,
                    key,
                    supervisionSeconds,
                    SettingsJson.read(group, secondReceiver, onTestUntil, outOfServiceUntil, alarmLimit),
                    record == null ? null : record.toRecord());
        }
    }
}
