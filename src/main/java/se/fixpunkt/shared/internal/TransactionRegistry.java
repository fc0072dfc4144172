package se.fixpunkt.shared.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Hands the server's transaction registry to constructors. */
@ApplicationScoped
class TransactionRegistry {
    @Resource
    private TransactionSynchronizationRegistry registry;

    @Produces
    TransactionSynchronizationRegistry registry() {
        return registry;
    }
}
