-- People's addresses and names, sealed by the application (see src/adr/032). The columns in plain text stay for rows of earlier
-- releases until these are sealed; new rows leave them empty.

ALTER TABLE person
    ADD COLUMN sealed_email VARBINARY(1100) NULL COMMENT 'sealed for person.sealed_email.<id>',
    ADD COLUMN email_hash BINARY(32) NULL COMMENT 'keyed hash of the address, lower case and NFC: how a person is found by it',
    ADD COLUMN sealed_name VARBINARY(900) NULL COMMENT 'sealed for person.sealed_name.<id>',
    ADD UNIQUE KEY person_email_hash (email_hash),
    ADD KEY people_of_organisation (organisation_id, id),
    MODIFY email VARCHAR(254) NULL COMMENT 'of an earlier release; null since it is sealed',
    MODIFY email_key VARCHAR(254) COLLATE utf8mb4_bin NULL COMMENT 'of an earlier release; null since it is sealed',
    MODIFY name VARCHAR(200) NULL COMMENT 'of an earlier release; null since it is sealed';
