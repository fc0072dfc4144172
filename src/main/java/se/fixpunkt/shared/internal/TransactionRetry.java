package se.fixpunkt.shared.internal;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Runs a whole transaction again when the database says that it lost a race. It is bound to {@code @Transactional} itself
 * and sits outside the server's transaction interceptor (PLATFORM_BEFORE + 200), so nobody can forget it and each attempt
 * is a new transaction. A call that is already inside a transaction is left to the outermost one.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class TransactionRetry {
    private static final int ATTEMPTS = 6;

    private final TransactionSynchronizationRegistry transactions;

    @Inject
    TransactionRetry(TransactionRegistry registry) {
        this.transactions = registry.registry();
    }

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception failure) {
                if (attempt == ATTEMPTS || !LostRace.caused(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    /** Jittered, so that two losers do not meet again: up to 20, 40, 80, 160, 320 ms. */
    private static void pause(int attempt) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, 20L << (attempt - 1)));
    }
}
