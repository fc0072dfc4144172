package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.domain.SearchWords;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Vault;

/** Records in the vault, and the keyed hashes that they are found by. */
@ApplicationScoped
class DeviceRecords {
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
