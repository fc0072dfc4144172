package se.fixpunkt.mail.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.shared.AppendOnly;
import se.fixpunkt.shared.database.OptionalUuidColumn;

/**
 * Waits, is claimed by a node, is sent or waits again, and fails in the end if nobody takes it. Its content is emptied when
 * it has left. Changes by conditional updates only (see {@link LetterRepository}), so it has no version.
 */
@Entity
@AppendOnly
@Table(name = "mail_letter")
class StoredLetter {
    /** Recipient and subject are sealed with the text; here they stood before. */
    private static final String SEALED = "";

    /** What a letter's text is sealed for, before its id. */
    static final String PLACE = "mail_letter.sealed_text.";

    @Id
    private UUID id;

    private String recipient;

    private String subject;

    @Column(name = "sealed_text")
    private byte[] sealedText;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    private int tries;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claim")
    @Convert(converter = OptionalUuidColumn.class)
    private UUID claim;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "problem")
    private String problem;

    protected StoredLetter() {}

    /** @param sealedText recipient, subject and text, sealed for {@link #place} */
    StoredLetter(UUID id, byte[] sealedText, Instant now) {
        this.id = id;
        this.recipient = SEALED;
        this.subject = SEALED;
        this.sealedText = sealedText.clone();
        this.state = State.WAITING;
        this.dueAt = now;
        this.createdAt = now;
    }

    /** What a letter's text is sealed for. */
    static String place(UUID id) {
        return PLACE + id;
    }

    UUID id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    byte[] sealedText() {
        return sealedText.clone();
    }

    int tries() {
        return tries;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Where a letter is on its way. */
    enum State {
        WAITING,
        CLAIMED,
        SENT,
        FAILED
    }
}
