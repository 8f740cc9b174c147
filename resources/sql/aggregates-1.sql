-- What is published, version 1. Every number here has its noise, is at least the threshold and is rounded; what was
-- suppressed left no trace. Rows are only ever added. Not STRICT, so that old readers of SQLite can open the file.
CREATE TABLE releases (
    week TEXT NOT NULL PRIMARY KEY CHECK (length(week) = 8),
    dictionary INTEGER NOT NULL,
    rounding INTEGER NOT NULL
) WITHOUT ROWID;
-- With which noise, and from which noisy count on, the numbers of a table were published.
CREATE TABLE drawings (
    week TEXT NOT NULL REFERENCES releases (week),
    table_name TEXT NOT NULL,
    sigma INTEGER NOT NULL CHECK (sigma > 0),
    threshold INTEGER NOT NULL,
    PRIMARY KEY (week, table_name)
) WITHOUT ROWID;
CREATE TABLE cells (
    week TEXT NOT NULL REFERENCES releases (week),
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    reporters INTEGER NOT NULL CHECK (reporters > 0),
    PRIMARY KEY (week, table_name, key)
) WITHOUT ROWID;

PRAGMA user_version = 1;
