package se.fixpunkt.alarms.receiver.sosaccess;

import java.security.SecureRandom;

/** Passwords for devices: fifteen characters, as the protocol wants, none of which people confuse. */
final class NewPassword {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewPassword() {}

    static String make() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
