CREATE TABLE installation (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  tag TEXT NOT NULL CHECK (length(tag) = 5),
  installed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  product_id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  category TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('unit', 'kg')),
  unit_price_ten_thousandths INTEGER NOT NULL CHECK (unit_price_ten_thousandths > 0),
  tile INTEGER NOT NULL CHECK (tile BETWEEN 0 AND 7),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_category ON product (category, position);

CREATE VIRTUAL TABLE product_search USING fts5 (folded_name, content = 'product', content_rowid = 'product_id', prefix = '2 3');
CREATE TRIGGER product_inserted AFTER INSERT ON product BEGIN
  INSERT INTO product_search (rowid, folded_name) VALUES (new.product_id, new.folded_name);
END;
CREATE TRIGGER product_deleted AFTER DELETE ON product BEGIN
  INSERT INTO product_search (product_search, rowid, folded_name) VALUES ('delete', old.product_id, old.folded_name);
END;
CREATE TRIGGER product_updated AFTER UPDATE ON product BEGIN
  INSERT INTO product_search (product_search, rowid, folded_name) VALUES ('delete', old.product_id, old.folded_name);
  INSERT INTO product_search (rowid, folded_name) VALUES (new.product_id, new.folded_name);
END;

-- A sale is a fact from the moment its row is here: nothing updates or deletes it.
CREATE TABLE sale (
  sale_number INTEGER PRIMARY KEY,
  attempt_id TEXT NOT NULL UNIQUE,
  business_date TEXT NOT NULL CHECK (business_date LIKE '____-__-__'),
  completed_at INTEGER NOT NULL,
  cashier TEXT NOT NULL,
  till TEXT NOT NULL,
  customer TEXT CHECK (customer IS NULL OR json_valid(customer)),
  subtotal_cents INTEGER NOT NULL,
  discount_cents INTEGER NOT NULL CHECK (discount_cents >= 0),
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  vat_cents INTEGER NOT NULL CHECK (vat_cents >= 0),
  change_cents INTEGER NOT NULL CHECK (change_cents >= 0),
  payment_method TEXT NOT NULL,
  CHECK (subtotal_cents - discount_cents = total_cents)
) STRICT;

CREATE TABLE sale_line (
  sale_number INTEGER NOT NULL REFERENCES sale,
  position INTEGER NOT NULL,
  code TEXT,
  description TEXT NOT NULL CHECK (length(description) BETWEEN 1 AND 1000),
  unit TEXT NOT NULL CHECK (unit IN ('unit', 'kg')),
  quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
  unit_price_ten_thousandths INTEGER NOT NULL CHECK (unit_price_ten_thousandths > 0),
  discount_percent_hundredths INTEGER CHECK (discount_percent_hundredths BETWEEN 0 AND 9900),
  discount_cents INTEGER CHECK (discount_cents >= 0),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (sale_number, position),
  CHECK (discount_percent_hundredths IS NULL OR discount_cents IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_tender (
  sale_number INTEGER NOT NULL REFERENCES sale,
  position INTEGER NOT NULL,
  method TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (sale_number, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_is_a_fact BEFORE UPDATE ON sale BEGIN SELECT RAISE (ABORT, 'a sale is a fact'); END;
CREATE TRIGGER sale_is_kept BEFORE DELETE ON sale BEGIN SELECT RAISE (ABORT, 'a sale is a fact'); END;
CREATE TRIGGER sale_line_is_a_fact BEFORE UPDATE ON sale_line BEGIN SELECT RAISE (ABORT, 'a sale is a fact'); END;
CREATE TRIGGER sale_line_is_kept BEFORE DELETE ON sale_line BEGIN SELECT RAISE (ABORT, 'a sale is a fact'); END;
CREATE TRIGGER sale_tender_is_a_fact BEFORE UPDATE ON sale_tender BEGIN SELECT RAISE (ABORT, 'a sale is a fact'); END;
CREATE TRIGGER sale_tender_is_kept BEFORE DELETE ON sale_tender BEGIN SELECT RAISE (ABORT, 'a sale is a fact'); END;

CREATE TABLE fiscal_document (
  document_id INTEGER PRIMARY KEY,
  external_ref TEXT NOT NULL UNIQUE CHECK (length(external_ref) BETWEEN 1 AND 100),
  sale_number INTEGER NOT NULL REFERENCES sale,
  doc_type TEXT NOT NULL CHECK (doc_type IN ('01')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'unknown', 'contingency', 'stamped', 'rejected', 'refused', 'alarm')),
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  business_date TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  customer TEXT CHECK (customer IS NULL OR json_valid(customer)),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  api_document_id TEXT,
  control_number TEXT,
  generation_code TEXT,
  reception_stamp TEXT,
  reported_taxable_cents INTEGER,
  reported_vat_cents INTEGER,
  reported_gross_cents INTEGER,
  was_duplicate INTEGER NOT NULL DEFAULT 0 CHECK (was_duplicate IN (0, 1)),
  issued_at INTEGER,
  remarks TEXT CHECK (remarks IS NULL OR json_valid(remarks)),
  amounts_differ INTEGER NOT NULL DEFAULT 0 CHECK (amounts_differ IN (0, 1)),
  CHECK (state NOT IN ('stamped', 'contingency') OR (api_document_id IS NOT NULL AND issued_at IS NOT NULL))
) STRICT;
CREATE INDEX document_not_stamped ON fiscal_document (state, document_id) WHERE state <> 'stamped';
CREATE INDEX document_by_sale ON fiscal_document (sale_number);

CREATE TRIGGER stamped_is_terminal BEFORE UPDATE OF state ON fiscal_document
WHEN old.state = 'stamped' AND new.state <> 'stamped'
BEGIN SELECT RAISE (ABORT, 'a stamped document stays stamped'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON fiscal_document
BEGIN SELECT RAISE (ABORT, 'nothing fiscal is deleted'); END;

-- Every body that was or may be sent, byte for byte; a correction adds a revision.
CREATE TABLE frozen_request (
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  frozen_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, revision)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER request_is_frozen BEFORE UPDATE ON frozen_request BEGIN SELECT RAISE (ABORT, 'a request is frozen'); END;
CREATE TRIGGER request_is_kept BEFORE DELETE ON frozen_request BEGIN SELECT RAISE (ABORT, 'a request is frozen'); END;

CREATE TABLE outbox (
  entry_id INTEGER PRIMARY KEY REFERENCES fiscal_document (document_id),
  state TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'parked', 'settled')),
  step TEXT NOT NULL CHECK (step IN ('send', 'inquire', 'watch', 'park', 'settle')),
  lane INTEGER NOT NULL CHECK (lane IN (0, 1)),
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  claimed_at INTEGER,
  CHECK ((state = 'claimed') = (claimed_at IS NOT NULL)),
  CHECK ((state = 'settled') = (step = 'settle')),
  CHECK ((state = 'parked') = (step = 'park'))
) STRICT;
CREATE INDEX outbox_due ON outbox (lane, entry_id, due_at) WHERE state = 'due';
CREATE INDEX outbox_due_at ON outbox (due_at) WHERE state = 'due';
CREATE INDEX outbox_claimed ON outbox (entry_id) WHERE state = 'claimed';
CREATE INDEX outbox_parked ON outbox (entry_id) WHERE state = 'parked';

CREATE TABLE attempt (
  attempt_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  call TEXT NOT NULL CHECK (call IN ('post', 'status', 'ticket', 'json')),
  revision INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  http_status INTEGER,
  detail TEXT NOT NULL,
  answer TEXT
) STRICT;
CREATE INDEX attempt_by_document ON attempt (document_id);
CREATE TRIGGER attempt_is_a_fact BEFORE UPDATE ON attempt BEGIN SELECT RAISE (ABORT, 'an attempt is a fact'); END;
CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt BEGIN SELECT RAISE (ABORT, 'an attempt is a fact'); END;

CREATE TABLE archived_file (
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'json')),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  fetched_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE wanted_file (
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'json')),
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX wanted_file_due ON wanted_file (due_at);

CREATE TABLE print_job (
  job_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  paper TEXT CHECK (paper IN ('ticket', 'text_ticket', 'slip')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'unknown')),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  decide_by INTEGER NOT NULL,
  code TEXT,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_job_by_document ON print_job (document_id);
CREATE INDEX print_job_open ON print_job (state, job_id) WHERE state <> 'printed';

CREATE TABLE held_sale (
  held_id INTEGER PRIMARY KEY,
  held_at INTEGER NOT NULL,
  sale TEXT NOT NULL CHECK (json_valid(sale))
) STRICT;
