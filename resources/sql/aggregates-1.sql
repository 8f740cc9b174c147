-- What is published, version 1. Every number here has its noise; of cells it is at least the threshold and rounded, and
-- what was suppressed left no trace. Not STRICT, so that old readers of SQLite can open the file.
-- The application_id is "nagg".
PRAGMA application_id = 1851877223;

CREATE TABLE releases (
    period TEXT NOT NULL PRIMARY KEY CHECK (length(period) IN (7, 8)), -- 2026-W47 or 2026-11
    dictionary INTEGER NOT NULL,
    rounding INTEGER NOT NULL
) WITHOUT ROWID;
-- With which noise, and from which noisy count on, the numbers of a table were published, and what they are of: a later
-- dictionary may not have it any more.
CREATE TABLE drawings (
    period TEXT NOT NULL REFERENCES releases (period),
    table_name TEXT NOT NULL,
    sigma INTEGER NOT NULL CHECK (sigma > 0),
    threshold INTEGER NOT NULL,
    topic TEXT NOT NULL,
    dimensions TEXT NOT NULL, -- a JSON array: what a cell's key is of
    PRIMARY KEY (period, table_name)
) WITHOUT ROWID;
CREATE TABLE cells (
    period TEXT NOT NULL REFERENCES releases (period),
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    reporters INTEGER NOT NULL CHECK (reporters > 0),
    PRIMARY KEY (period, table_name, key)
) WITHOUT ROWID;
-- What a table that is summed up by month has reached: its months' counts, each with its noise, neither rounded nor cut.
CREATE TABLE sums (
    period TEXT NOT NULL REFERENCES releases (period),
    table_name TEXT NOT NULL,
    noisy INTEGER NOT NULL,
    months INTEGER NOT NULL CHECK (months > 0),
    PRIMARY KEY (period, table_name)
) WITHOUT ROWID;

PRAGMA user_version = 1;
