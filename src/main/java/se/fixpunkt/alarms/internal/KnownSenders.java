package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Vault;

/** Devices by what they call themselves, read from the register in the transaction at hand, with their keys out of the vault. */
@ApplicationScoped
class KnownSenders {
    private static final Logger LOG = Logger.getLogger(KnownSenders.class.getName());

    private final StateRepository states;
    private final Vault vault;
    private final CodeBook codes;

    @Inject
    KnownSenders(StateRepository states, Vault vault, CodeBook codes) {
        this.states = states;
        this.vault = vault;
        this.codes = codes;
    }

    /**
     * @param sealedKey null when the device has none
     * @param sealedNextKey null when the device has been given none, or uses it already
     */
    record Registered(DeviceIdentity identity, Bytes sealedKey, Bytes sealedNextKey, Standing standing) {}

    /** A registered device, and what is known of it. */
    record Known(Sender sender, Standing standing) {}

    Optional<Sender> of(DeviceIdentity identity) {
        return Optional.ofNullable(of(List.of(identity)).get(identity)).map(Known::sender);
    }

    Map<DeviceIdentity, Known> of(Collection<DeviceIdentity> identities) {
        Map<DeviceIdentity, Known> known = new HashMap<>();
        identities.stream()
                .distinct()
                .collect(Collectors.groupingBy(DeviceIdentity::protocol))
                .forEach((protocol, some) -> states.registered(
                                protocol,
                                some.stream().map(DeviceIdentity::value).toList())
                        .forEach(device -> known.put(device.identity(), new Known(sender(device), device.standing()))));
        return known;
    }

    private Sender sender(Registered registered) {
        DeviceId device = registered.standing().device();
        OrganisationId organisation = registered.standing().organisation();
        return new Sender(
                device,
                organisation,
                key(device, registered.sealedKey()),
                key(device, registered.sealedNextKey()),
                codes.of(organisation));
    }

    /** As the register seals a device's key. */
    byte[] sealed(DeviceId device, Bytes key) {
        return vault.seal(key.toArray(), "device.key." + device);
    }

    private Optional<Bytes> key(DeviceId device, Bytes sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Bytes.of(vault.open(sealed.toArray(), "device.key." + device)));
        } catch (IllegalStateException cannotBeOpened) {
            LOG.log(Level.SEVERE, cannotBeOpened, () -> "The key of device " + device + " cannot be opened");
            return Optional.empty();
        }
    }
}
