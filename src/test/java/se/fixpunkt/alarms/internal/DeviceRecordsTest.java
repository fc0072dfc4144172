package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.shared.Vault;

class DeviceRecordsTest {
    private static final UUID DEVICE = UUID.randomUUID();

    private final Box vault = new Box();
    private final DeviceRecords records = new DeviceRecords(null, vault);

    @Test
    void theNameOfASealedRecordIsItsPersonOrSite() {
        assertEquals("Elsa \"Kulla\" Lindqvist", records.person(DEVICE, sealed("Elsa \"Kulla\" Lindqvist")));
    }

    @Test
    void aRecordWithoutANameAndADeviceWithoutARecordHaveNone() {
        assertNull(records.person(DEVICE, sealed("")));
        assertNull(records.person(DEVICE, null));
        assertNull(records.person(null, null));
    }

    @Test
    void aRecordThatDoesNotOpenOrIsNoneHasNoneAndHidesNothing() {
        assertNull(records.person(UUID.randomUUID(), sealed("Elsa")), "sealed for another device");
        assertNull(records.person(DEVICE, vault.seal(new byte[] {'{', 1}, SealedDeviceRecords.PLACE + DEVICE)));
        assertNull(records.person(DEVICE, vault.seal(new byte[0], SealedDeviceRecords.PLACE + DEVICE)));
    }

    private byte[] sealed(String person) {
        DeviceRecord record = new DeviceRecord(
                person, "Storgatan 4 B", null, null, "Hör dåligt", List.of(new Contact("person", "0701234567", "")));
        return vault.seal(RecordText.write(record), SealedDeviceRecords.PLACE + DEVICE);
    }

    /** Opens at its place only, as the vault does, and hides nothing. */
    private static final class Box implements Vault {
        @Override
        public byte[] seal(byte[] plain, String place) {
            byte[] label = place.getBytes(StandardCharsets.UTF_8);
            byte[] sealed = Arrays.copyOf(label, label.length + plain.length);
            System.arraycopy(plain, 0, sealed, label.length, plain.length);
            return sealed;
        }

        @Override
        public byte[] open(byte[] sealed, String place) {
            byte[] label = place.getBytes(StandardCharsets.UTF_8);
            if (sealed.length < label.length || !Arrays.equals(label, Arrays.copyOf(sealed, label.length))) {
                throw new IllegalStateException("not sealed there: " + place);
            }
            return Arrays.copyOfRange(sealed, label.length, sealed.length);
        }

        @Override
        public byte[] fingerprint(String secret, String purpose) {
            throw new UnsupportedOperationException("a name is not looked for");
        }
    }
}
