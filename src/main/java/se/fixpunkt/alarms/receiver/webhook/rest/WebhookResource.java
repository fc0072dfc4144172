package se.fixpunkt.alarms.receiver.webhook.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.webhook.Answer;
import se.fixpunkt.alarms.receiver.webhook.Delivery;
import se.fixpunkt.alarms.receiver.webhook.WebhookReceiver;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.web.NetworkAddress;

/** Where senders post their messages. No thread waits while a message is being stored. */
@Path("receivers/webhook")
@RequestScoped
public class WebhookResource {
    private static final String SCHEMA = "/se/fixpunkt/alarms/receiver/webhook/message.schema.json";

    /** The intake gives up long before. */
    private static final int PATIENCE_SECONDS = 15;

    /** Bytes that are read and thrown away of a body that is too large, so that its sender hears why. */
    private static final int THROWN_AWAY = 4 * 1024 * 1024;

    private final WebhookReceiver receiver;
    private final NetworkAddress addresses;
    private final AnswerThreads threads;

    @Inject
    public WebhookResource(WebhookReceiver receiver, NetworkAddress addresses, AnswerThreads threads) {
        this.receiver = receiver;
        this.addresses = addresses;
        this.threads = threads;
    }

    /** The body is taken as it came, whatever its type is said to be ({@link AnyMediaType}): it is signed byte for byte. */
    @POST
    @Path("{identity}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "A signed message from a device",
            description =
                    "Fixpunkt-Signature: t=<Unix seconds>,v1=<hex HMAC-SHA-256 of the text of t, a full stop and the"
                            + " body, under the device's key>; t within 5 minutes of our time. The same"
                            + " Idempotency-Key with the same body within a day gets the stored receipt again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "/api/v1/receivers/webhook/schema")))
    @APIResponse(responseCode = "200", description = "Stored; the same answer to a repeat")
    @APIResponse(responseCode = "400", description = "Signed, but no JSON object in UTF-8")
    @APIResponse(
            responseCode = "401",
            description = "Device, key or signature is not right, or t is not within the window (then with our time)")
    @APIResponse(responseCode = "409", description = "Idempotency-Key used with another body, or signature used before")
    @APIResponse(responseCode = "413", description = "More than 64 KiB")
    @APIResponse(
            responseCode = "422",
            description =
                    "Signed, but a field is not as the schema says, and the answer names it; or the Idempotency-Key"
                            + " is longer than 255 characters or has control characters in it")
    @APIResponse(responseCode = "429", description = "Refused too often within a minute")
    @APIResponse(responseCode = "503", description = "Not stored; send it again after Retry-After or elsewhere")
    public void receive(
            @PathParam("identity") String identity,
            @HeaderParam("Fixpunkt-Signature") String signature,
            @Parameter(
                            description =
                                    "1 to 255 characters, none of them a control character. It is the reference in the"
                                            + " receipt; one that is longer than 64 or not visible ASCII is there as"
                                            + " its SHA-256 in hexadecimal.")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey,
            @Context HttpServletRequest request,
            InputStream body,
            @Suspended AsyncResponse response)
            throws IOException {
        if (!receiver.isOn()) {
            throw new NotFound();
        }
        Delivery delivery = new Delivery(
                request.getRequestURI(),
                identity,
                AnyMediaType.contentType(request),
                Objects.requireNonNullElse(signature, ""),
                Objects.requireNonNullElse(idempotencyKey, ""),
                body(body),
                peer(request));
        response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        receiver.receive(delivery).thenAccept(answer -> threads.execute(() -> response.resume(of(answer))));
    }

    /** What a body looks like, as JSON Schema. */
    @GET
    @Path("schema")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of a message's body")
    public byte[] schema() throws IOException {
        try (InputStream schema = WebhookResource.class.getResourceAsStream(SCHEMA)) {
            return schema.readAllBytes();
        }
    }

    /** One byte more than is allowed tells that there is more. */
    private static Bytes body(InputStream body) throws IOException {
        byte[] read = body.readNBytes(Delivery.LONGEST_BODY + 1);
        if (read.length > Delivery.LONGEST_BODY) {
            throwAway(body);
        }
        return Bytes.of(read);
    }

    /** A client may wait with reading until it has sent everything (seen: Java's, over HTTP/2). */
    private static void throwAway(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        int left = THROWN_AWAY;
        while (left > 0) {
            int read = body.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static Response of(Answer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body().getBytes(StandardCharsets.UTF_8));
        answer.headers().forEach(response::header);
        return response.build();
    }

    private InetSocketAddress peer(HttpServletRequest request) {
        String address = addresses.of(request);
        int zone = address.indexOf('%');
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(zone < 0 ? address : address.substring(0, zone)), request.getRemotePort());
        } catch (UnknownHostException noAddress) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), request.getRemotePort());
        }
    }
}
