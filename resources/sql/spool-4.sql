-- The spool, format 4. A receipt also says on which day (UTC) it was sent, so that the user can look it up, and what the
-- collector answered: 'accepted', or nothing when no answer came. The day, not the time. It never leaves the computer,
-- and goes with the receipt.
ALTER TABLE event ADD COLUMN sent_on TEXT NOT NULL DEFAULT '';

ALTER TABLE event ADD COLUMN answer TEXT NOT NULL DEFAULT '';

-- When each level was tried is in a file beside the spool now.
DROP TABLE outage;

PRAGMA user_version = 4;
