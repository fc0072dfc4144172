-- An alarm is written twice into each of these tables' logs on every node, with every index: what nobody needs is not written.

-- What a signal says is in device_exchange, under the same device, time and id. Old signals keep it here.
ALTER TABLE device_signal
    MODIFY COLUMN decoded LONGTEXT NULL COMMENT 'null: see device_exchange',
    MODIFY COLUMN raw MEDIUMBLOB NULL COMMENT 'null: see device_exchange';

-- A signal makes its alarm in its own commit, and its repeat key keeps it single. The live queue reads versions from the queue's index.
ALTER TABLE alarm
    DROP KEY alarm_of_signal,
    DROP KEY alarm_live,
    DROP KEY alarm_queue,
    ADD KEY alarm_queue (organisation_id, state, priority, received_at, id, version);
