-- What is only the operator's, version 2: none of it is in the copy that is published.
-- The releases that wait for a person. Whoever publishes deletes the row.
CREATE TABLE candidates (
    period TEXT NOT NULL PRIMARY KEY REFERENCES releases (period),
    drawn TEXT NOT NULL CHECK (length(drawn) = 10), -- the day
    undefined INTEGER NOT NULL -- events of the run that the dictionary did not define
) WITHOUT ROWID;
-- What was taken out, and stays out of every later run.
CREATE TABLE removals (
    number INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('cell', 'topic', 'plugin')),
    name TEXT NOT NULL,
    key TEXT NOT NULL, -- of a cell: a JSON array of its texts
    day TEXT NOT NULL CHECK (length(day) = 10),
    reason TEXT NOT NULL
);
-- When candidates were dropped and drawn anew, and why: the history says so.
CREATE TABLE redraws (
    number INTEGER NOT NULL PRIMARY KEY,
    day TEXT NOT NULL CHECK (length(day) = 10),
    reason TEXT NOT NULL
);
-- The day of the last run. One row or none.
CREATE TABLE last_run (day TEXT NOT NULL CHECK (length(day) = 10));

PRAGMA user_version = 2;
