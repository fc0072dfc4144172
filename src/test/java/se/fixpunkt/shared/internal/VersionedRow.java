package se.fixpunkt.shared.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row with a version, for provoking an optimistic conflict. */
@Entity
@Table(name = "versioned_row")
class VersionedRow {
    @Id
    private int id;

    @Version
    private long version;

    @Column(name = "number")
    private int number;

    protected VersionedRow() {}

    int count() {
        return ++number;
    }
}
