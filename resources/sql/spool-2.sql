-- The spool, format 2. The receipt has a column of its own, so that a value that changed after it was sent can still be
-- erased at the collector. What was erased is only remembered by its reporter, so that it is not recorded again.
CREATE TABLE event_2 (
    topic    TEXT NOT NULL,
    reporter BLOB NOT NULL CHECK (length(reporter) = 16),
    week     TEXT NOT NULL,
    level    TEXT NOT NULL CHECK (level IN ('basic', 'middle', 'full')),
    bytes    BLOB NOT NULL, -- what is sent, exactly; empty when it was erased
    state    TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused', 'erased')),
    reason   TEXT NOT NULL, -- why the collector refused it, else empty
    receipt  BLOB NOT NULL, -- what the collector has of it, or may have: the bytes that were sent last, or empty
    PRIMARY KEY (topic, reporter)
) WITHOUT ROWID;

INSERT INTO event_2
    SELECT topic, reporter, week, level, bytes, state, reason, iif(state = 'sent', bytes, x'') FROM event;

DROP TABLE event;

ALTER TABLE event_2 RENAME TO event;

CREATE INDEX event_by_week ON event (week, topic);

-- The days (UTC) of the first and the last attempt to send since the collector took something; no row: it took the last.
CREATE TABLE outage (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    first    TEXT NOT NULL,
    last     TEXT NOT NULL
);

PRAGMA user_version = 2;
