-- Alarms about the installation itself: no device, no signal. While what they tell of lasts, its key stands here, so that
-- of all nodes one raises the alarm, once; when it is over the key goes and the alarm stays with the operators.
ALTER TABLE alarm
    MODIFY COLUMN device_id UUID NULL COMMENT 'none for an alarm about the installation itself',
    MODIFY COLUMN signal_id UUID NULL COMMENT 'none for an alarm about the installation itself',
    ADD COLUMN standing_condition VARCHAR(512) COLLATE utf8mb4_bin NULL,
    ADD UNIQUE KEY alarm_standing_condition (standing_condition);
