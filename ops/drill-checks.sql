-- What must hold in a restored database besides its rows being there. Each query gives one line of text for each fault, and nothing
-- when all is well.

-- The journal is in the order of its ids: an id carries its time, and searches by time rely on it (src/adr/015).
SELECT CONCAT('journal row ', id, ' has the time ', at, ', its id another')
FROM journal
WHERE ABS(CONV(LEFT(REPLACE(id, '-', ''), 12), 16, 10) / 1000 - UNIX_TIMESTAMP(at)) > 60
LIMIT 3;

SELECT CONCAT('journal row ', id, ' holds values that are not JSON')
FROM journal
WHERE NOT JSON_VALID(before_values) OR NOT JSON_VALID(after_values)
LIMIT 3;

-- The journal is part of the commit, so what happened to an alarm has its line.
SELECT CONCAT('alarm ', a.id, ' has ', COUNT(j.id), ' journal lines that say that it was raised')
FROM alarm a LEFT JOIN journal j ON j.subject_id = a.id AND j.kind IN ('AlarmRaised', 'SystemAlarmRaised', 'CommunicationFailed', 'DeviceFlooded')
GROUP BY a.id HAVING COUNT(j.id) <> 1
LIMIT 3;

SELECT CONCAT('alarm ', a.id, ' is closed and has ', COUNT(j.id), ' journal lines that say so')
FROM alarm a LEFT JOIN journal j ON j.subject_id = a.id AND j.kind = 'AlarmClosed'
WHERE a.state = 'CLOSED' AND a.counted_on IS NULL
GROUP BY a.id HAVING COUNT(j.id) <> 1
LIMIT 3;

SELECT CONCAT('alarm ', a.id, ' was taken and the journal does not say so')
FROM alarm a
WHERE a.state = 'TAKEN' AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = a.id AND j.kind IN ('AlarmTaken', 'AlarmHandedOver'))
LIMIT 3;

SELECT CONCAT('alarm ', a.id, ' has no signal')
FROM alarm a
WHERE a.signal_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM device_signal s WHERE s.device_id = a.device_id AND s.received_at = a.received_at AND s.id = a.signal_id)
LIMIT 3;

SELECT CONCAT('bill ', b.id, ' says ', b.row_count, ' rows and has ', COUNT(r.id))
FROM bill b LEFT JOIN bill_row r ON r.bill_id = b.id
WHERE b.state <> 'IMPORTING'
GROUP BY b.id, b.row_count HAVING COUNT(r.id) <> b.row_count
LIMIT 3;
