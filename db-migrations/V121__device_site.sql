-- Which devices are at the same address, without anybody reading it: what many of them tell about mains and batteries at once is
-- one thing to an operator. Null until the record is written the next time.
ALTER TABLE device
    ADD COLUMN site BINARY(32) NULL COMMENT 'keyed hash of the address in the record; null when that has none',
    ADD KEY device_of_site (site);
