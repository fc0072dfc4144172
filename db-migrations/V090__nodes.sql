-- Who runs this installation. Each node writes its own row and nobody else's, so two nodes never meet on one.
CREATE TABLE node (
    name VARCHAR(64) NOT NULL PRIMARY KEY COMMENT 'FIXPUNKT_NODE, or the machine''s name',
    instance UUID NOT NULL COMMENT 'the process; a restart is another one',
    version VARCHAR(64) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    seen_at DATETIME(6) NOT NULL COMMENT 'the node''s own clock',
    beat BIGINT NOT NULL COMMENT 'grows while the node lives; others time its silence by their own clocks',
    ready BOOLEAN NOT NULL,
    stopped_at DATETIME(6) NULL COMMENT 'when it said goodbye; none while it runs or when it died',
    report LONGTEXT NOT NULL COMMENT 'JSON: what it saw of its database, receivers, disks, certificates and backups'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
