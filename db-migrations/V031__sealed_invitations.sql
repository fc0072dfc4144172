-- The invited address and the inviter's name, sealed by the application (see src/adr/032). The columns in plain text stay for rows
-- of earlier releases until these are sealed; new rows leave them empty.

ALTER TABLE project_invitation
    ADD COLUMN sealed_email VARBINARY(1100) NULL COMMENT 'sealed for project_invitation.sealed_email.<id>',
    ADD COLUMN open_email_hash BINARY(32) NULL COMMENT 'keyed hash of the address while the invitation waits, else null: one waiting invitation per address',
    ADD COLUMN sealed_inviter VARBINARY(900) NULL COMMENT 'sealed for project_invitation.sealed_inviter.<id>',
    ADD UNIQUE KEY invitation_once_per_hash (project_id, open_email_hash),
    MODIFY email VARCHAR(254) NULL COMMENT 'of an earlier release; null since it is sealed',
    MODIFY invited_by_name VARCHAR(200) NULL COMMENT 'of an earlier release; null since it is sealed';
