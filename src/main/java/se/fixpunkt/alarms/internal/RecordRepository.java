package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Sealed records and their words; nothing here can read them. */
@ApplicationScoped
class RecordRepository extends JdbcRepository {

    @Inject
    RecordRepository(DataSource database) {
        super(database);
    }

    Optional<byte[]> sealed(DeviceId device) {
        return find(
                row -> row.getBytes("sealed_record"),
                "SELECT sealed_record FROM device WHERE id = ? AND sealed_record IS NOT NULL",
                device.value());
    }

    /**
     * @param sealed null when there is nothing to keep
     * @param site what devices at the same address have in common; null when there is no address
     */
    void keep(DeviceId device, byte[] sealed, byte[] site, List<byte[]> words) {
        update("UPDATE device SET sealed_record = ?, site = ? WHERE id = ?", sealed, site, device.value());
        forget(device);
        batch(
                "INSERT INTO device_word (word, device_id) VALUES (?, ?)",
                words.stream().map(word -> new Object[] {word, device.value()}).toList());
    }

    void forget(DeviceId device) {
        update("DELETE FROM device_word WHERE device_id = ?", device.value());
    }
}
