-- Bills of quantities: one flat row per line of the bill, in the order of its positions.

CREATE TABLE bill (
    id UUID NOT NULL PRIMARY KEY,
    project_id UUID NOT NULL,
    organisation_id UUID NOT NULL COMMENT 'the project''s, whose journal is told',
    title VARCHAR(200) NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'IMPORTING DRAFT OPEN',
    source_name VARCHAR(255) NOT NULL COMMENT 'the file as the sender named it',
    row_count INT NOT NULL COMMENT 'positions run from 1 to this',
    item_count INT NOT NULL,
    errors INT NOT NULL COMMENT 'rows of the file that were left out',
    warnings INT NOT NULL,
    infos INT NOT NULL,
    declared_total DECIMAL(18, 2) NULL COMMENT 'what the document says that it sums to',
    rounding_difference DECIMAL(30, 10) NOT NULL COMMENT 'what rounding row by row added when it was imported',
    layout VARCHAR(3) CHARACTER SET ascii NULL,
    imported_at DATETIME(6) NOT NULL,
    imported_by UUID NOT NULL,
    imported_by_name VARCHAR(200) NOT NULL,
    version BIGINT NOT NULL,
    KEY bill_of_project (project_id, state, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Decimals are kept as they were given: the scale beside them brings 118.00 back as 118.00 and 3717.5 as 3717.5.
CREATE TABLE bill_row (
    bill_id UUID NOT NULL,
    id UUID NOT NULL,
    position INT NOT NULL COMMENT 'dense, from 1',
    depth SMALLINT NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii NOT NULL,
    code VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'its own or inherited',
    text MEDIUMTEXT COLLATE utf8mb4_swedish_ci NOT NULL,
    unit VARCHAR(32) NULL,
    quantity DECIMAL(19, 6) NULL,
    quantity_scale TINYINT NULL,
    unit_rate DECIMAL(16, 4) NULL,
    unit_rate_scale TINYINT NULL,
    amount DECIMAL(18, 2) NULL,
    counted DECIMAL(18, 2) NOT NULL COMMENT 'what the row adds to the totals',
    rate_missing BOOLEAN NOT NULL COMMENT 'a price is asked for and not given',
    version BIGINT NOT NULL,
    PRIMARY KEY (bill_id, position),
    UNIQUE KEY row_id (id),
    KEY row_sum (bill_id, position, kind, depth, counted, rate_missing),
    KEY row_code (bill_id, code, position, kind, counted)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What the header block of the file said, by the contract's names.
CREATE TABLE bill_header (
    bill_id UUID NOT NULL,
    field VARCHAR(32) CHARACTER SET ascii NOT NULL,
    value VARCHAR(1000) NOT NULL,
    PRIMARY KEY (bill_id, field)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What the import had to say about single rows of the file.
CREATE TABLE bill_problem (
    bill_id UUID NOT NULL,
    number INT NOT NULL COMMENT 'from 1, in the order of the file',
    sheet VARCHAR(255) NULL,
    file_row INT NOT NULL COMMENT 'as the spreadsheet program numbers it; 0 when it has no row',
    file_column VARCHAR(8) NULL,
    problem VARCHAR(64) CHARACTER SET ascii NOT NULL,
    params VARCHAR(2000) NOT NULL COMMENT 'separated by U+001F',
    severity VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'ERROR WARNING INFO',
    PRIMARY KEY (bill_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
