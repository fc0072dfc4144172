-- A message that makes a signal is one row, with its bytes and its answers, and lies by device and time like the other exchanges of the
-- conversation: what stood in device_exchange besides cost a second row at every alarm. Rebuilds device_signal; what an earlier
-- version writes or has written there keeps its bytes in device_exchange.
UPDATE device_signal SET device_id = '00000000-0000-0000-0000-000000000000' WHERE device_id IS NULL;

ALTER TABLE device_signal
    MODIFY COLUMN device_id UUID NOT NULL,
    MODIFY COLUMN identity VARCHAR(64) COLLATE utf8mb4_general_ci NOT NULL,
    MODIFY COLUMN decoded LONGTEXT COLLATE utf8mb4_general_ci NULL COMMENT 'null: see device_exchange',
    MODIFY COLUMN raw MEDIUMBLOB NULL COMMENT 'null: see device_exchange',
    ADD COLUMN node VARCHAR(64) NULL COMMENT 'which server group took it; null: see device_exchange',
    ADD COLUMN verdict VARCHAR(64) CHARACTER SET ascii NULL COMMENT 'null: see device_exchange',
    ADD COLUMN answers MEDIUMBLOB NULL COMMENT 'as in device_exchange',
    ADD COLUMN commit_id UUID NULL COMMENT 'intake_commit',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (device_id, received_at, id),
    DROP KEY signal_of_device;
