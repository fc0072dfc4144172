-- Signatures of webhook messages that were accepted: overheard, they are good for nothing else.

CREATE TABLE used_proof (
    proof VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    repeat_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the message it came with',
    ends_at DATETIME(6) NOT NULL COMMENT 'too old to be believed from here on; swept out',
    KEY proof_ends (ends_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
