-- The tax authority's catalogues as the API last gave them: no sale rests on a row of them, and all are replaced together.
CREATE TABLE tax_catalogs (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  refreshed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tax_activity (
  activity_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL CHECK (description <> ''),
  folded_description TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE tax_activity_search USING fts5 (folded_description, content = 'tax_activity', content_rowid = 'activity_id', prefix = '2 3');
CREATE TRIGGER tax_activity_inserted AFTER INSERT ON tax_activity BEGIN
  INSERT INTO tax_activity_search (rowid, folded_description) VALUES (new.activity_id, new.folded_description);
END;
CREATE TRIGGER tax_activity_deleted AFTER DELETE ON tax_activity BEGIN
  INSERT INTO tax_activity_search (tax_activity_search, rowid, folded_description) VALUES ('delete', old.activity_id, old.folded_description);
END;

-- Municipalities and their districts, each with the names of what it lies in. A municipality's key is its code, a district's its UUID.
CREATE TABLE tax_place (
  place_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (key <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('municipality', 'district')),
  name TEXT NOT NULL CHECK (name <> ''),
  municipality_code TEXT NOT NULL,
  municipality_name TEXT NOT NULL,
  department_code TEXT NOT NULL,
  department_name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  folded_label TEXT NOT NULL,
  CHECK (kind = 'district' OR (key = municipality_code AND name = municipality_name))
) STRICT;

CREATE VIRTUAL TABLE tax_place_search USING fts5 (folded_label, content = 'tax_place', content_rowid = 'place_id', prefix = '2 3');
CREATE TRIGGER tax_place_inserted AFTER INSERT ON tax_place BEGIN
  INSERT INTO tax_place_search (rowid, folded_label) VALUES (new.place_id, new.folded_label);
END;
CREATE TRIGGER tax_place_deleted AFTER DELETE ON tax_place BEGIN
  INSERT INTO tax_place_search (tax_place_search, rowid, folded_label) VALUES ('delete', old.place_id, old.folded_label);
END;
