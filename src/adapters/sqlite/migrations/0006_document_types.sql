-- Every type that the API issues, documents about other documents, cancellations that are confirmed, letter PDFs: CHECKs can only be changed by
-- making the tables anew.
CREATE TABLE new_document (
  document_id INTEGER PRIMARY KEY,
  external_ref TEXT NOT NULL UNIQUE CHECK (length(external_ref) BETWEEN 1 AND 100),
  sale_number INTEGER NOT NULL REFERENCES sale,
  doc_type TEXT NOT NULL CHECK (doc_type IN ('01', '03', '05', '11', '14')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'unknown', 'contingency', 'stamped', 'rejected', 'refused', 'alarm', 'cancelling', 'cancelled', 'awaiting', 'withdrawn')),
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  -- What we reckon to be kept back from the total; the API's own figure is reported_withheld_cents.
  withheld_cents INTEGER NOT NULL DEFAULT 0 CHECK (withheld_cents BETWEEN 0 AND total_cents),
  -- The document that this one credits or replaces, by its ref: in another database its id may be another.
  origin_relation TEXT CHECK (origin_relation IN ('credits', 'replaces')),
  origin_ref TEXT,
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
  reported_withheld_cents INTEGER,
  was_duplicate INTEGER NOT NULL DEFAULT 0 CHECK (was_duplicate IN (0, 1)),
  issued_at INTEGER,
  -- The day that the tax authority counts it for, from the signed JSON; null until that is here.
  fiscal_date TEXT CHECK (fiscal_date LIKE '____-__-__'),
  -- When somebody asked for its cancellation: the money went back then.
  cancel_asked_at INTEGER,
  cancelled_at INTEGER,
  -- The credit note that the API made by itself when a CCF was cancelled too late.
  automatic_note_id TEXT,
  automatic_note_control_number TEXT,
  -- MH's environment, from the signed JSON: 00 test, 01 production.
  environment TEXT CHECK (environment IN ('00', '01')),
  remarks TEXT CHECK (remarks IS NULL OR json_valid(remarks)),
  amounts_differ INTEGER NOT NULL DEFAULT 0 CHECK (amounts_differ IN (0, 1)),
  CHECK (state NOT IN ('stamped', 'contingency', 'cancelling', 'cancelled') OR (api_document_id IS NOT NULL AND issued_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
  CHECK ((origin_relation IS NULL) = (origin_ref IS NULL)),
  CHECK ((automatic_note_id IS NULL) = (automatic_note_control_number IS NULL))
) STRICT;
INSERT INTO new_document (document_id, external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision,
                          api_document_id, control_number, generation_code, reception_stamp, reported_taxable_cents, reported_vat_cents,
                          reported_gross_cents, was_duplicate, issued_at, fiscal_date, cancel_asked_at, cancelled_at, remarks, amounts_differ)
SELECT document_id, external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision,
       api_document_id, control_number, generation_code, reception_stamp, reported_taxable_cents, reported_vat_cents,
       reported_gross_cents, was_duplicate, issued_at, fiscal_date, cancelled_at, cancelled_at, remarks, amounts_differ FROM fiscal_document;
DROP TABLE fiscal_document;
ALTER TABLE new_document RENAME TO fiscal_document;
CREATE INDEX document_by_sale ON fiscal_document (sale_number);
CREATE INDEX document_by_state ON fiscal_document (state);
CREATE INDEX document_by_total ON fiscal_document (total_cents, state);
CREATE INDEX document_in_contingency ON fiscal_document (issued_at) WHERE state = 'contingency';
CREATE INDEX document_by_control_number ON fiscal_document (control_number) WHERE control_number <> '';
CREATE INDEX document_by_running_number ON fiscal_document (substr(control_number, -15)) WHERE control_number <> '';
CREATE INDEX document_of_another_day ON fiscal_document (fiscal_date) WHERE fiscal_date <> business_date;
CREATE INDEX document_noted ON fiscal_document (cancelled_at) WHERE automatic_note_id IS NOT NULL;
CREATE INDEX document_given_back ON fiscal_document (cancel_asked_at) WHERE cancel_asked_at IS NOT NULL;
CREATE INDEX document_by_origin ON fiscal_document (origin_ref) WHERE origin_ref IS NOT NULL;

CREATE TRIGGER stamped_is_terminal BEFORE UPDATE OF state ON fiscal_document
WHEN (old.state = 'stamped' AND new.state NOT IN ('stamped', 'cancelling'))
  OR (old.state = 'cancelling' AND new.state NOT IN ('stamped', 'cancelling', 'cancelled'))
  OR (old.state = 'cancelled' AND new.state <> 'cancelled')
  OR (old.state = 'withdrawn' AND new.state <> 'withdrawn')
BEGIN SELECT RAISE (ABORT, 'a stamped document stays stamped until it is cancelled, a cancelled one cancelled'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON fiscal_document
BEGIN SELECT RAISE (ABORT, 'nothing fiscal is deleted'); END;
CREATE TRIGGER document_has_its_day AFTER INSERT ON fiscal_document BEGIN
  INSERT INTO business_day (business_date, first_document, last_document) VALUES (new.business_date, new.document_id, new.document_id)
      ON CONFLICT DO UPDATE SET first_document = coalesce(first_document, new.document_id), last_document = new.document_id;
END;
CREATE TRIGGER customer_is_searched AFTER INSERT ON fiscal_document WHEN new.customer IS NOT NULL BEGIN
  INSERT INTO document_search (rowid, name, number)
  VALUES (new.document_id, new.customer ->> '$.name', coalesce(replace(new.customer ->> '$.document.number', '-', ''), new.customer ->> '$.taxpayer.nit'));
END;
CREATE TRIGGER customer_is_corrected AFTER UPDATE OF customer ON fiscal_document WHEN new.customer IS NOT old.customer BEGIN
  DELETE FROM document_search WHERE rowid = old.document_id;
  INSERT INTO document_search (rowid, name, number)
  VALUES (new.document_id, new.customer ->> '$.name', coalesce(replace(new.customer ->> '$.document.number', '-', ''), new.customer ->> '$.taxpayer.nit'));
END;

CREATE TABLE new_outbox (
  entry_id INTEGER PRIMARY KEY REFERENCES fiscal_document (document_id),
  state TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'parked', 'settled')),
  step TEXT NOT NULL CHECK (step IN ('send', 'inquire', 'watch', 'park', 'settle', 'cancel', 'confirm')),
  lane INTEGER NOT NULL CHECK (lane IN (0, 1, 2)),
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  claimed_at INTEGER,
  CHECK ((state = 'claimed') = (claimed_at IS NOT NULL)),
  CHECK ((state = 'settled') = (step = 'settle')),
  CHECK ((state = 'parked') = (step = 'park'))
) STRICT;
INSERT INTO new_outbox SELECT entry_id, state, step, lane, due_at, tries, claimed_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE new_outbox RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (lane, entry_id, due_at) WHERE state = 'due';
CREATE INDEX outbox_due_at ON outbox (due_at) WHERE state = 'due';
CREATE INDEX outbox_claimed ON outbox (entry_id) WHERE state = 'claimed';
CREATE INDEX outbox_parked ON outbox (entry_id) WHERE state = 'parked';

CREATE TABLE new_attempt (
  attempt_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  call TEXT NOT NULL CHECK (call IN ('post', 'status', 'cancel', 'cancel_status', 'ticket', 'invoice', 'json', 'note_invoice', 'note_json')),
  revision INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  http_status INTEGER,
  detail TEXT NOT NULL,
  answer TEXT
) STRICT;
INSERT INTO new_attempt SELECT * FROM attempt;
DROP TABLE attempt;
ALTER TABLE new_attempt RENAME TO attempt;
CREATE INDEX attempt_by_document ON attempt (document_id);
CREATE TRIGGER attempt_is_a_fact BEFORE UPDATE ON attempt BEGIN SELECT RAISE (ABORT, 'an attempt is a fact'); END;
CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt BEGIN SELECT RAISE (ABORT, 'an attempt is a fact'); END;

CREATE TABLE new_archived_file (
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'invoice', 'json', 'note_invoice', 'note_json')),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  fetched_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO new_archived_file SELECT document_id, kind, path, sha256, bytes, fetched_at FROM archived_file;
DROP TABLE archived_file;
ALTER TABLE new_archived_file RENAME TO archived_file;

CREATE TABLE new_wanted_file (
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'invoice', 'json', 'note_invoice', 'note_json')),
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO new_wanted_file SELECT document_id, kind, due_at, tries FROM wanted_file;
DROP TABLE wanted_file;
ALTER TABLE new_wanted_file RENAME TO wanted_file;
CREATE INDEX wanted_file_due ON wanted_file (due_at);

-- A sale on credit: unit 1 days, 2 months, 3 years.
ALTER TABLE sale ADD COLUMN credit_unit INTEGER CHECK (credit_unit IN (1, 2, 3));
ALTER TABLE sale ADD COLUMN credit_amount INTEGER CHECK (credit_amount > 0);
ALTER TABLE sale_line ADD COLUMN is_service INTEGER NOT NULL DEFAULT 0 CHECK (is_service IN (0, 1));
-- The position of another document's sale that this line is a part of, and how much of it.
ALTER TABLE sale_line ADD COLUMN part_of_position INTEGER;
ALTER TABLE sale_line ADD COLUMN part_of_quantity_thousandths INTEGER CHECK (part_of_quantity_thousandths > 0);

-- What was paid too much or too little, once the API told what it withheld: given or taken in cash, or left open in somebody's favour.
CREATE TABLE due_settlement (
  document_id INTEGER PRIMARY KEY REFERENCES fiscal_document,
  -- Above 0 in favour of who paid.
  difference_cents INTEGER NOT NULL CHECK (difference_cents <> 0),
  how TEXT NOT NULL CHECK (how IN ('cash', 'credit')),
  settled_at INTEGER NOT NULL
) STRICT;
CREATE INDEX due_settled ON due_settlement (settled_at);
CREATE TRIGGER due_settlement_is_a_fact BEFORE UPDATE ON due_settlement BEGIN SELECT RAISE (ABORT, 'a settlement is a fact'); END;
CREATE TRIGGER due_settlement_is_kept BEFORE DELETE ON due_settlement BEGIN SELECT RAISE (ABORT, 'a settlement is a fact'); END;
