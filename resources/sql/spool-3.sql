-- The spool, format 3. Uses are counted here, so that a week's class is that of all sessions and processes together. The
-- number itself is never sent.
ALTER TABLE event ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;

-- Journals whose uses are counted in here but whose file may still be there: what makes counting happen exactly once.
CREATE TABLE folded (
    journal TEXT PRIMARY KEY
) WITHOUT ROWID;

-- How many events were deleted unsent because the spool was full; no row: none.
CREATE TABLE loss (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    events   INTEGER NOT NULL
);

PRAGMA user_version = 3;
