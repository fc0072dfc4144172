-- The outgoing queue. The text is sealed while it waits and emptied when the letter has left.

CREATE TABLE mail_letter (
    id UUID NOT NULL PRIMARY KEY,
    recipient VARCHAR(320) NOT NULL,
    subject VARCHAR(300) NOT NULL,
    sealed_text MEDIUMBLOB NULL,
    state VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'WAITING CLAIMED SENT FAILED',
    tries INT NOT NULL,
    due_at DATETIME(6) NOT NULL COMMENT 'when it is tried next; while CLAIMED: when the claim is void',
    claim UUID NULL,
    created_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    problem VARCHAR(300) NULL COMMENT 'what the mail server said last',
    KEY letter_due (state, due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
