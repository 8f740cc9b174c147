-- The raw events, version 1: who is a pseudonym that only this event has, and what is a fact that others have, too.
-- Nothing here joins two events: no row number, no address, no time of arrival. The application_id is "nraw".
PRAGMA application_id = 1852989815;

CREATE TABLE facts (
    -- the first 16 bytes of SHA-256 of topic, period, value and first_in with zero bytes between: no sequence
    fact BLOB NOT NULL PRIMARY KEY CHECK (length(fact) = 16),
    topic TEXT NOT NULL,
    period TEXT NOT NULL CHECK (length(period) IN (7, 8)), -- 2026-11 or 2026-W47
    value TEXT NOT NULL,
    first_in TEXT NOT NULL DEFAULT '' CHECK (first_in IN ('', 'week', 'month', 'year', 'ever'))
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    reporter BLOB NOT NULL PRIMARY KEY CHECK (length(reporter) = 16),
    fact BLOB NOT NULL -- of facts
) STRICT, WITHOUT ROWID;

-- The day, by the collector's clock, on which it last went through all of it and deleted what was too old. One row or none.
CREATE TABLE tidied (day TEXT NOT NULL CHECK (length(day) = 10)) STRICT;

-- Both together, to be read.
CREATE VIEW event AS SELECT topic, reporter, period, value, first_in FROM events JOIN facts USING (fact);

PRAGMA user_version = 1;
