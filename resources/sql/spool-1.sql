-- The spool, format 1. Everything that is or was to be sent, readable with any SQLite tool.
-- No column holds a time finer than the week, and without a rowid no order of arrival is kept.
CREATE TABLE event (
    topic    TEXT NOT NULL,
    reporter BLOB NOT NULL CHECK (length(reporter) = 16),
    week     TEXT NOT NULL,
    level    TEXT NOT NULL CHECK (level IN ('basic', 'middle', 'full')),
    bytes    BLOB NOT NULL, -- what is sent, exactly
    state    TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused')),
    reason   TEXT NOT NULL, -- why the collector refused it, else empty
    PRIMARY KEY (topic, reporter)
) WITHOUT ROWID;

CREATE INDEX event_by_week ON event (week, topic);

PRAGMA user_version = 1;
