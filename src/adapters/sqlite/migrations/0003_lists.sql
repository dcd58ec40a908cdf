-- Every list walks one of these, newest first: the rowid is each index's last column by itself.
DROP INDEX document_not_stamped;
CREATE INDEX document_by_state ON fiscal_document (state);
CREATE INDEX document_by_total ON fiscal_document (total_cents, state);
CREATE INDEX document_in_contingency ON fiscal_document (issued_at) WHERE state = 'contingency';
CREATE INDEX document_by_control_number ON fiscal_document (control_number) WHERE control_number <> '';
CREATE INDEX document_by_running_number ON fiscal_document (substr(control_number, -15)) WHERE control_number <> '';

-- An equality with one state does not tell SQLite that a job is not printed: print_job_open is of no use to it.
CREATE INDEX print_job_waiting ON print_job (job_id) WHERE state = 'waiting';
CREATE INDEX print_job_printing ON print_job (job_id) WHERE state = 'printing';

-- Where a business day's sales and documents lie among all: one row to write for a sale instead of two indexes on the date. Numbers only grow,
-- so that a day is a range of them; what a clock that was set back mixes into it is told apart by its own date.
CREATE TABLE business_day (
  business_date TEXT PRIMARY KEY CHECK (business_date LIKE '____-__-__'),
  first_sale INTEGER,
  last_sale INTEGER,
  first_document INTEGER,
  last_document INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO business_day (business_date, first_sale, last_sale)
SELECT business_date, min(sale_number), max(sale_number) FROM sale GROUP BY business_date;
INSERT INTO business_day (business_date, first_document, last_document)
SELECT business_date, min(document_id), max(document_id) FROM fiscal_document WHERE true GROUP BY business_date
    ON CONFLICT DO UPDATE SET first_document = excluded.first_document, last_document = excluded.last_document;

CREATE TRIGGER sale_has_its_day AFTER INSERT ON sale BEGIN
  INSERT INTO business_day (business_date, first_sale, last_sale) VALUES (new.business_date, new.sale_number, new.sale_number)
      ON CONFLICT DO UPDATE SET first_sale = coalesce(first_sale, new.sale_number), last_sale = new.sale_number;
END;
CREATE TRIGGER document_has_its_day AFTER INSERT ON fiscal_document BEGIN
  INSERT INTO business_day (business_date, first_document, last_document) VALUES (new.business_date, new.document_id, new.document_id)
      ON CONFLICT DO UPDATE SET first_document = coalesce(first_document, new.document_id), last_document = new.document_id;
END;

-- Customers by the words of their name and by their document's number, only for documents that have one.
CREATE VIRTUAL TABLE document_search USING fts5 (
  name, number, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO document_search (rowid, name, number)
SELECT document_id, customer ->> '$.name', replace(customer ->> '$.document.number', '-', '') FROM fiscal_document WHERE customer IS NOT NULL;
CREATE TRIGGER customer_is_searched AFTER INSERT ON fiscal_document WHEN new.customer IS NOT NULL BEGIN
  INSERT INTO document_search (rowid, name, number)
  VALUES (new.document_id, new.customer ->> '$.name', replace(new.customer ->> '$.document.number', '-', ''));
END;
CREATE TRIGGER customer_is_corrected AFTER UPDATE OF customer ON fiscal_document WHEN new.customer IS NOT old.customer BEGIN
  DELETE FROM document_search WHERE rowid = old.document_id;
  INSERT INTO document_search (rowid, name, number)
  VALUES (new.document_id, new.customer ->> '$.name', replace(new.customer ->> '$.document.number', '-', ''));
END;
