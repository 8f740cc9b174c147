-- What is published, version 1. Every number here has its noise, is at least the threshold and is rounded; what was
-- suppressed left no trace. Rows are only ever added. Not STRICT, so that old readers of SQLite can open the file.
CREATE TABLE releases (
    week TEXT NOT NULL PRIMARY KEY CHECK (length(week) = 8),
    dictionary INTEGER NOT NULL,
    epsilon TEXT NOT NULL,
    threshold INTEGER NOT NULL,
    rounding INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE cells (
    week TEXT NOT NULL REFERENCES releases (week),
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    reporters INTEGER NOT NULL CHECK (reporters > 0),
    PRIMARY KEY (week, table_name, key)
) WITHOUT ROWID;

PRAGMA user_version = 1;
