package se.fixpunkt.signin.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import se.fixpunkt.signin.SignInBusy;

/**
 * Argon2id with OWASP's first recommendation (19 MiB, 2 passes, 1 lane; Password Storage Cheat Sheet 2024). Each check
 * takes that memory, so only a few run at a time, and comparing with nothing costs as much as comparing with something.
 */
@ApplicationScoped
class PasswordHashing {
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2Function argon = Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final String nobodysHash = hashed(Secrets.token());

    String hash(String password) {
        return withRoom(() -> hashed(password));
    }

    /** Takes the same time when there is no hash. */
    boolean matches(String password, Optional<String> hash) {
        String compared = hash.orElse(nobodysHash);
        boolean same =
                withRoom(() -> Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared)));
        return same && hash.isPresent();
    }

    private String hashed(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon).getResult();
    }

    private <T> T withRoom(Supplier<T> work) {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SignInBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
