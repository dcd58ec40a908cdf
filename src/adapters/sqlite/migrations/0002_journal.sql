-- States for cancelling, a third lane, calls for cancelling: their CHECKs can only be changed by making the tables anew.
CREATE TABLE new_document (
  document_id INTEGER PRIMARY KEY,
  external_ref TEXT NOT NULL UNIQUE CHECK (length(external_ref) BETWEEN 1 AND 100),
  sale_number INTEGER NOT NULL REFERENCES sale,
  doc_type TEXT NOT NULL CHECK (doc_type IN ('01')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'unknown', 'contingency', 'stamped', 'rejected', 'refused', 'alarm', 'cancelling', 'cancelled')),
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
  -- The day that the tax authority counts it for, from the signed JSON; null until that is here.
  fiscal_date TEXT CHECK (fiscal_date LIKE '____-__-__'),
  cancelled_at INTEGER,
  remarks TEXT CHECK (remarks IS NULL OR json_valid(remarks)),
  amounts_differ INTEGER NOT NULL DEFAULT 0 CHECK (amounts_differ IN (0, 1)),
  CHECK (state NOT IN ('stamped', 'contingency', 'cancelling', 'cancelled') OR (api_document_id IS NOT NULL AND issued_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;
INSERT INTO new_document (document_id, external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision,
                          api_document_id, control_number, generation_code, reception_stamp, reported_taxable_cents, reported_vat_cents,
                          reported_gross_cents, was_duplicate, issued_at, remarks, amounts_differ)
SELECT document_id, external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision,
       api_document_id, control_number, generation_code, reception_stamp, reported_taxable_cents, reported_vat_cents,
       reported_gross_cents, was_duplicate, issued_at, remarks, amounts_differ FROM fiscal_document;
DROP TABLE fiscal_document;
ALTER TABLE new_document RENAME TO fiscal_document;
CREATE INDEX document_not_stamped ON fiscal_document (state, document_id) WHERE state <> 'stamped';
CREATE INDEX document_by_sale ON fiscal_document (sale_number);

CREATE TRIGGER stamped_is_terminal BEFORE UPDATE OF state ON fiscal_document
WHEN (old.state = 'stamped' AND new.state NOT IN ('stamped', 'cancelling'))
  OR (old.state = 'cancelling' AND new.state NOT IN ('stamped', 'cancelling', 'cancelled'))
  OR (old.state = 'cancelled' AND new.state <> 'cancelled')
BEGIN SELECT RAISE (ABORT, 'a stamped document stays stamped until it is cancelled, a cancelled one cancelled'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON fiscal_document
BEGIN SELECT RAISE (ABORT, 'nothing fiscal is deleted'); END;

CREATE TABLE new_outbox (
  entry_id INTEGER PRIMARY KEY REFERENCES fiscal_document (document_id),
  state TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'parked', 'settled')),
  step TEXT NOT NULL CHECK (step IN ('send', 'inquire', 'watch', 'park', 'settle', 'cancel')),
  lane INTEGER NOT NULL CHECK (lane IN (0, 1, 2)),
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  claimed_at INTEGER,
  CHECK ((state = 'claimed') = (claimed_at IS NOT NULL)),
  CHECK ((state = 'settled') = (step = 'settle')),
  CHECK ((state = 'parked') = (step = 'park'))
) STRICT;
INSERT INTO new_outbox SELECT entry_id, state, step, iif(step = 'watch', 2, lane), due_at, tries, claimed_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE new_outbox RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (lane, entry_id, due_at) WHERE state = 'due';
CREATE INDEX outbox_due_at ON outbox (due_at) WHERE state = 'due';
CREATE INDEX outbox_claimed ON outbox (entry_id) WHERE state = 'claimed';
CREATE INDEX outbox_parked ON outbox (entry_id) WHERE state = 'parked';

CREATE TABLE new_attempt (
  attempt_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES fiscal_document,
  call TEXT NOT NULL CHECK (call IN ('post', 'status', 'ticket', 'json', 'cancel')),
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

-- Every sale with its request, every answer, every act that has a reason, each chained to the one before by its hash.
CREATE TABLE journal (
  entry_id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'answer', 'act')),
  external_ref TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
-- Between which lines each local day's lie, written only when the day changes: the last is null for the day of the newest line. What a clock that
-- was set back mixes in is told apart by its own time.
CREATE TABLE journal_day (
  day INTEGER PRIMARY KEY,
  first_entry INTEGER NOT NULL,
  last_entry INTEGER
) STRICT;
CREATE TRIGGER journal_is_written_once BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

-- What was there before the journal was: nothing of it is looked for there.
CREATE TABLE journal_beginning (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sale_number INTEGER NOT NULL,
  attempt_id INTEGER NOT NULL
) STRICT;
INSERT INTO journal_beginning
SELECT 1, (SELECT coalesce(max(sale_number), 0) FROM sale), (SELECT coalesce(max(attempt_id), 0) FROM attempt);
