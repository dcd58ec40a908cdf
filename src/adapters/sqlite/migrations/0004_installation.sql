-- The machine that the database was last opened on, as a hash; and the first running number of this installation, above all that were used before it.
ALTER TABLE installation ADD COLUMN machine TEXT;
ALTER TABLE installation ADD COLUMN first_number INTEGER NOT NULL DEFAULT 1 CHECK (first_number >= 1);

-- What happened to this installation that a person should know: said until somebody has seen it.
CREATE TABLE installation_notice (
  notice_id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('restored', 'moved')),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  seen_at INTEGER
) STRICT;
CREATE INDEX installation_notice_unseen ON installation_notice (notice_id) WHERE seen_at IS NULL;
