-- The spool, format 6. An event names a week or a month. What was spooled before has another form, which no collector
-- takes: it goes, receipts and all (no version was released that wrote it).
DROP TABLE event;

CREATE TABLE event (
    topic    TEXT NOT NULL,
    reporter BLOB NOT NULL CHECK (length(reporter) = 16),
    period   TEXT NOT NULL, -- 2026-W47 or 2026-11, as in the event
    week     TEXT NOT NULL, -- in which it was recorded; of a month's event it never leaves the computer
    -- Of a month's event: which fact it is, as a keyed hash, so that it is recorded once a month and what was erased is
    -- not named. The key is in seen.json. Else empty.
    fact     BLOB NOT NULL,
    level    TEXT NOT NULL CHECK (level IN ('basic', 'middle', 'full')),
    bytes    BLOB NOT NULL, -- what is sent, exactly; empty when it was erased
    state    TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused', 'erased')),
    reason   TEXT NOT NULL, -- why the collector refused it, else empty
    receipt  BLOB NOT NULL, -- what the collector has of it, or may have: the bytes that were sent last, or empty
    uses     INTEGER NOT NULL DEFAULT 0,     -- never sent
    sent_on  TEXT NOT NULL DEFAULT '',       -- the day (UTC) of the receipt
    answer   TEXT NOT NULL DEFAULT '',       -- 'accepted', or nothing when no answer came
    PRIMARY KEY (topic, reporter)
) WITHOUT ROWID;

CREATE INDEX event_by_period ON event (period, topic, fact);

PRAGMA user_version = 6;
