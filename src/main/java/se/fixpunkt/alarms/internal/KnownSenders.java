package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
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

/** The senders of a batch, read from the register in the batch's own transaction, with their keys out of the vault. */
@ApplicationScoped
class KnownSenders {
    private static final Logger LOG = Logger.getLogger(KnownSenders.class.getName());

    private final SignalRepository signals;
    private final Vault vault;
    private final CodeBook codes;

    @Inject
    KnownSenders(SignalRepository signals, Vault vault, CodeBook codes) {
        this.signals = signals;
        this.vault = vault;
        this.codes = codes;
    }

    /**
     * @param sealedKey null when the device has none
     * @param sealedNextKey null when the device has been given none, or uses it already
     */
    record Registered(
            DeviceId device,
            OrganisationId organisation,
            DeviceIdentity identity,
            Bytes sealedKey,
            Bytes sealedNextKey) {}

    Map<DeviceIdentity, Sender> of(Collection<DeviceIdentity> identities) {
        Map<DeviceIdentity, Sender> senders = new HashMap<>();
        identities.stream()
                .distinct()
                .collect(Collectors.groupingBy(DeviceIdentity::protocol))
                .forEach((protocol, some) -> signals.registered(
                                protocol,
                                some.stream().map(DeviceIdentity::value).toList())
                        .forEach(device -> senders.put(device.identity(), sender(device))));
        return senders;
    }

    private Sender sender(Registered device) {
        return new Sender(
                device.device(),
                device.organisation(),
                key(device, device.sealedKey()),
                key(device, device.sealedNextKey()),
                codes.of(device.organisation()));
    }

    /** As the register seals a device's key. */
    byte[] sealed(DeviceId device, Bytes key) {
        return vault.seal(key.toArray(), "device.key." + device);
    }

    private Optional<Bytes> key(Registered device, Bytes sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Bytes.of(vault.open(sealed.toArray(), "device.key." + device.device())));
        } catch (IllegalStateException cannotBeOpened) {
            LOG.log(Level.SEVERE, cannotBeOpened, () -> "The key of device " + device.device() + " cannot be opened");
            return Optional.empty();
        }
    }
}
