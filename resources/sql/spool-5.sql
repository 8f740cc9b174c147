-- The spool, format 5. To which answer of the user's (its moment, UTC, as in the consent record) was last recorded here:
-- so that nothing that is older than a no is there after the next yes. No row: nobody knows. It never leaves the
-- computer.
CREATE TABLE answered (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    moment   TEXT NOT NULL
);

PRAGMA user_version = 5;
