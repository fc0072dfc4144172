-- Comparisons of the database's copies: asked for by a person or begun each night, done by one node, kept for a month.
CREATE TABLE copy_comparison (
    id UUID NOT NULL PRIMARY KEY,
    asked_at DATETIME(6) NOT NULL,
    begun_at DATETIME(6) NULL,
    ended_at DATETIME(6) NULL,
    report LONGTEXT NOT NULL COMMENT 'JSON: how far it has come, and what differs'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
