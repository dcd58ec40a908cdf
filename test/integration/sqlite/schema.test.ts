import { expect, test } from 'vitest'
import { aTill, REF } from '../../unit/application/a-till.ts'
import { stamped } from '../../unit/application/an-outcome.ts'

const aStampedTill = () => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  return till
}

test.each([
  ['UPDATE sale SET total_cents = 1, subtotal_cents = 1', 'a sale is a fact'],
  ['UPDATE sale SET cashier = NULL', 'a sale is a fact'],
  ['DELETE FROM sale', 'a sale is a fact'],
  ['UPDATE sale_line SET amount_cents = 1', 'a sale is a fact'],
  ['DELETE FROM sale_line', 'a sale is a fact'],
  ['UPDATE sale_tender SET amount_cents = 1', 'a sale is a fact'],
  ['DELETE FROM sale_tender', 'a sale is a fact'],
  ["UPDATE frozen_request SET body = '{}'", 'a request is frozen'],
  ['DELETE FROM frozen_request', 'a request is frozen'],
  ["UPDATE attempt SET outcome = 'rejected'", 'an attempt is a fact'],
  ['DELETE FROM attempt', 'an attempt is a fact'],
  ["UPDATE fiscal_document SET state = 'rejected'", 'a stamped document stays stamped'],
  ["UPDATE fiscal_document SET state = 'cancelled', cancelled_at = 1", 'a stamped document stays stamped'],
  ['DELETE FROM fiscal_document', 'nothing fiscal is deleted'],
  ["UPDATE journal SET facts = '{}'", 'the journal is only added to'],
  ['DELETE FROM journal', 'the journal is only added to'],
  [
    "INSERT OR REPLACE INTO journal SELECT entry_id, at, kind, external_ref, '{}', hash FROM journal ORDER BY entry_id DESC LIMIT 1",
    'the journal is only added to',
  ],
  [
    'INSERT INTO journal SELECT 99, at, kind, external_ref, facts, hash FROM journal LIMIT 1',
    'the journal is only added to',
  ],
  ['UPDATE journal_beginning SET attempt_id = 99', 'the journal began once'],
  ['DELETE FROM journal_beginning', 'the journal began once'],
])('%s: not in this database', (sql, message) => {
  const till = aStampedTill()
  expect(() => till.connection.exec(sql)).toThrow(message)
})

test.each([
  ["UPDATE outbox SET state = 'due', step = 'settle'", 'settled and settle go together'],
  ["UPDATE outbox SET state = 'settled', step = 'send'", 'settled and settle go together'],
  ["UPDATE outbox SET state = 'parked', step = 'send'", 'parked and park go together'],
  ["UPDATE outbox SET state = 'due', step = 'park'", 'parked and park go together'],
  ["UPDATE outbox SET state = 'claimed', step = 'send', claimed_at = NULL", 'a claim has its time'],
  ["UPDATE outbox SET state = 'due', step = 'send', claimed_at = 1", 'only a claim has its time'],
  ["UPDATE outbox SET state = 'done'", 'states are those of the domain'],
  ['UPDATE outbox SET lane = 3', 'there are three lanes'],
  ['UPDATE outbox SET tries = -1', 'tries count up from 0'],
  ["UPDATE outbox SET due_at = 'soon'", 'tables are strict'],
  ["UPDATE fiscal_document SET remarks = '{'", 'JSON is JSON'],
  ['UPDATE fiscal_document SET api_document_id = NULL', 'a stamped document has facts'],
  ['UPDATE fiscal_document SET issued_at = NULL', 'a stamped document has its time'],
  ['UPDATE fiscal_document SET cancelled_at = 1', 'what is not cancelled has no time of it'],
  ["UPDATE fiscal_document SET fiscal_date = 'today'", 'a fiscal date is a date'],
  ["UPDATE fiscal_document SET external_ref = ''", 'a ref is never empty'],
  ['UPDATE fiscal_document SET sale_number = 99', 'a document has its sale'],
  [
    "INSERT INTO sale_line VALUES (1, 9, NULL, 'x', 'unit', 0, 1, NULL, NULL, 1, 0, NULL, NULL)",
    'quantities are above 0',
  ],
  ["INSERT INTO sale_line VALUES (1, 9, NULL, 'x', 'unit', 1, 0, NULL, NULL, 1, 0, NULL, NULL)", 'prices are above 0'],
  [
    "INSERT INTO sale_line VALUES (1, 9, NULL, 'x', 'unit', 1, 1, 9901, NULL, 1, 0, NULL, NULL)",
    'discounts end at 99 %',
  ],
  ["INSERT INTO sale_line VALUES (1, 9, NULL, 'x', 'unit', 1, 1, 1, 1, 1, 0, NULL, NULL)", 'one discount a line'],
  ["INSERT INTO sale_line VALUES (1, 9, NULL, 'x', 'unit', 1, 1, NULL, NULL, 0, 0, NULL, NULL)", 'no line of 0.00'],
  ["INSERT INTO sale_tender VALUES (1, 9, '01', 0)", 'no tender of 0.00'],
  ["INSERT INTO sale_tender VALUES (99, 0, '01', 1)", 'a tender has its sale'],
  ['INSERT INTO tax_catalogs VALUES (2, 1)', 'catalogues have one age'],
  ["INSERT INTO tax_activity VALUES (1, '', 'x', 'x')", 'an activity has its code'],
  ["INSERT INTO tax_activity VALUES (1, '1', 'x', 'x'), (2, '1', 'y', 'y')", 'a code is there once'],
  ["INSERT INTO tax_place VALUES (1, '06', 'department', 'x', '', '', '06', 'x', 'x', 'x')", 'places are of two kinds'],
  ["INSERT INTO tax_place VALUES (1, 'a', 'municipality', 'x', 'b', 'x', '06', 'y', 'x', 'x')", 'a code is its key'],
])('%s is refused: %s', (sql) => {
  const till = aStampedTill()
  expect(() => till.connection.exec(sql)).toThrow(/constraint failed|cannot store/)
})

test('one ref and one press of "Cobrar" are there once', () => {
  const till = aStampedTill()
  const document = till.stores.documents.find(REF)
  const sale = till.stores.sales.find(REF)
  if (!document || !sale) throw new Error('no sale')
  expect(() => till.stores.documents.insert({ ...document, state: 'pending' }, 1)).toThrow('UNIQUE')
  expect(() => till.stores.sales.insert({ ...sale, saleNumber: 2 })).toThrow('UNIQUE')
})
