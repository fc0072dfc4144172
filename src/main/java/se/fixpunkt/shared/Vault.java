package se.fixpunkt.shared;

/**
 * Seals the worst columns (device keys, people's names and addresses, letters) once more than the database does: AES-256-GCM, the key's id in the value,
 * the place as associated data, so that a sealed value copied to another row does not open.
 */
public interface Vault {

    /** @param place table, column and row, e.g. {@code device.key.<id>}; the same text opens it again */
    byte[] seal(byte[] plain, String place);

    /**
     * Gives the plain bytes back.
     *
     * @throws IllegalStateException when the value was sealed for another place, with an unknown key, or was changed
     */
    byte[] open(byte[] sealed, String place);

    /** A keyed hash (HMAC-SHA-256), for what is only ever compared: codes, tokens, addresses. It stays when the sealing key changes. */
    byte[] fingerprint(String secret, String purpose);
}
