package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.domain.SearchWords;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Vault;

/** Records in the vault, and the keyed hashes that they are found by. */
@ApplicationScoped
class DeviceRecords {
    private static final Logger LOG = Logger.getLogger(DeviceRecords.class.getName());

    private final AtomicBoolean unreadableTold = new AtomicBoolean();
    private final RecordRepository records;
    private final Vault vault;

    @Inject
    DeviceRecords(RecordRepository records, Vault vault) {
        this.records = records;
        this.vault = vault;
    }

    DeviceRecord of(DeviceId device) {
        return records.sealed(device)
                .map(value -> RecordText.read(vault.open(value, SealedDeviceRecords.PLACE + device)))
                .orElse(DeviceRecord.EMPTY);
    }

    /**
     * The person's or site's name in a sealed record. A record that does not open, or is none, gives null: an alarm must come
     * to an operator also when nobody can tell whose it is.
     *
     * @param device null together with the record
     */
    String person(UUID device, byte[] sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            String person = RecordText.person(vault.open(sealed, SealedDeviceRecords.PLACE + device));
            return person.isEmpty() ? null : person;
        } catch (RuntimeException unreadable) {
            LOG.log(
                    unreadableTold.getAndSet(true) ? Level.FINE : Level.WARNING,
                    unreadable,
                    () -> "The record of device " + device + " cannot be read; its alarms have the device's name");
            return null;
        }
    }

    void keep(OrganisationId organisation, DeviceId device, DeviceRecord record) {
        byte[] sealed =
                record.isEmpty() ? null : vault.seal(RecordText.write(record), SealedDeviceRecords.PLACE + device);
        byte[] site = SearchWords.site(record)
                .map(address -> fingerprint(organisation, address))
                .orElse(null);
        records.keep(device, sealed, site, hashes(organisation, SearchWords.of(record)));
    }

    void forget(DeviceId device) {
        records.forget(device);
    }

    /** What to look for in the index of words; empty when the text has none. */
    List<byte[]> asked(OrganisationId organisation, String text) {
        return hashes(organisation, SearchWords.asked(text));
    }

    private List<byte[]> hashes(OrganisationId organisation, Collection<String> words) {
        return words.stream().map(word -> fingerprint(organisation, word)).toList();
    }

    private byte[] fingerprint(OrganisationId organisation, String word) {
        return vault.fingerprint(word, "device.record of " + organisation);
    }
}
