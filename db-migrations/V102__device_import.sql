-- A workbook of devices between its preview and its acceptance; sealed, because it holds personal data.
CREATE TABLE device_import (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    at DATETIME(6) NOT NULL,
    sealed_workbook LONGBLOB NOT NULL COMMENT 'AES-256-GCM, see shared.Vault',
    KEY import_at (at)
) ENGINE = InnoDB;
