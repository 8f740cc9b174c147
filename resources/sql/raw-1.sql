-- The raw events, version 1. Nothing here joins two events: no row number, no address, no time of arrival.
CREATE TABLE events (
    topic TEXT NOT NULL,
    reporter BLOB NOT NULL CHECK (length(reporter) = 16),
    week TEXT NOT NULL CHECK (length(week) = 8),
    value TEXT NOT NULL,
    first_in TEXT NOT NULL DEFAULT '' CHECK (first_in IN ('', 'week', 'month', 'year', 'ever')),
    PRIMARY KEY (topic, reporter)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
