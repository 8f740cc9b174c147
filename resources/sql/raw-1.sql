-- The raw events, version 1. Nothing here joins two events: no row number, no address, no time of arrival.
CREATE TABLE events (
    topic TEXT NOT NULL,
    reporter BLOB NOT NULL CHECK (length(reporter) = 16),
    period TEXT NOT NULL CHECK (length(period) IN (7, 8)), -- 2026-11 or 2026-W47
    value TEXT NOT NULL,
    first_in TEXT NOT NULL DEFAULT '' CHECK (first_in IN ('', 'week', 'month', 'year', 'ever')),
    PRIMARY KEY (topic, reporter)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
