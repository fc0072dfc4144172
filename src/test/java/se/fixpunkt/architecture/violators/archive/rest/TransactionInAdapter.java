package se.fixpunkt.architecture.violators.archive.rest;

import jakarta.transaction.Transactional;

/** A transaction that begins outside of the front door. */
public class TransactionInAdapter {
    @Transactional
    public String title() {
        return "";
    }
}
