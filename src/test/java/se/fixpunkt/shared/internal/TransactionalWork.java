package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a test's work in a transaction, as a front door would, and counts how often. */
@ApplicationScoped
class TransactionalWork {
    private final AtomicInteger attempts = new AtomicInteger();
    private final Set<Object> transactions = ConcurrentHashMap.newKeySet();
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry registry;

    @Inject
    TransactionalWork(EntityManager entities, TransactionSynchronizationRegistry registry) {
        this.entities = entities;
        this.registry = registry;
    }

    @Transactional(rollbackOn = Exception.class)
    <T> T inTransaction(Callable<T> work) throws Exception {
        attempts.incrementAndGet();
        transactions.add(registry.getTransactionKey());
        return work.call();
    }

    /** The same for a caller that has no use for a checked exception. */
    @Transactional
    <T> T unchecked(Callable<T> work) {
        attempts.incrementAndGet();
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    VersionedRow find(int id) {
        return entities.find(VersionedRow.class, id);
    }

    VersionedRow merge(VersionedRow row) {
        return entities.merge(row);
    }

    int attempts() {
        return attempts.get();
    }

    int transactions() {
        return transactions.size();
    }

    void forget() {
        attempts.set(0);
        transactions.clear();
    }
}
