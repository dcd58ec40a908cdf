import type Database from 'better-sqlite3'

const DAYS_BACK_FROM = Date.UTC(2026, 10, 20, 16)
const SALES_A_DAY = 300

/** Made by SQL alone, a hundred thousand a transaction: sales of one line, nearly all stamped, one in fifty with a customer. */
const NUMBERS = `
  WITH RECURSIVE counted (n) AS (SELECT :first UNION ALL SELECT n + 1 FROM counted WHERE n < :last),
  day (n, at, date) AS (
    SELECT n, at, strftime('%Y-%m-%d', (at - 21600000) / 1000, 'unixepoch') FROM (
      SELECT n, :from - ((:total - n) / ${SALES_A_DAY}) * 86400000 AS at FROM counted))`

const STATE = `
  CASE WHEN n > :total - 40 THEN 'pending' WHEN n % 20000 = 0 THEN 'rejected' WHEN n % 30011 = 0 THEN 'alarm'
       WHEN n % 40009 = 0 THEN 'refused' WHEN n > :total - 140 THEN 'contingency' ELSE 'stamped' END`

const STATEMENTS: readonly string[] = [
  `INSERT INTO sale (sale_number, attempt_id, business_date, completed_at, cashier, till, subtotal_cents, discount_cents, total_cents, vat_cents,
                     change_cents, payment_method)
   ${NUMBERS} SELECT n, 'attempt-' || n, date, at, 'Caja', 'C01', 100 + n % 9973, 0, 100 + n % 9973, 12, 0, '01' FROM day`,
  `INSERT INTO sale_line (sale_number, position, description, unit, quantity_thousandths, unit_price_ten_thousandths, amount_cents)
   ${NUMBERS} SELECT n, 0, 'Producto de prueba', 'unit', 1000, 10000, 100 + n % 9973 FROM day`,
  `INSERT INTO sale_tender (sale_number, position, method, amount_cents)
   ${NUMBERS} SELECT n, 0, '01', 100 + n % 9973 FROM day`,
  `INSERT INTO fiscal_document (document_id, external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision,
                                api_document_id, control_number, generation_code, reception_stamp, reported_gross_cents, issued_at)
   ${NUMBERS}
   SELECT n, 'T01-C01-' || replace(date, '-', '') || '-' || printf('%07d', n) || '-7QK3F', n, '01', ${STATE}, 100 + n % 9973, date, at,
          CASE WHEN n % 50 = 0 THEN json_object('name', 'Cliente ' || (n % 1000) || ' Ejemplo', 'document', NULL, 'email', NULL, 'phone', NULL) END, 1,
          'id-' || n, 'DTE-01-M001P001-' || printf('%015d', n), 'G-' || n, 'S-' || n, 100 + n % 9973, at FROM day`,
  `INSERT INTO frozen_request (document_id, revision, body, sha256, frozen_at)
   ${NUMBERS} SELECT n, 1, '{"lines":[{"description":"Producto de prueba","quantity":1}]}', printf('%064d', n), at FROM day`,
  `INSERT INTO outbox (entry_id, state, step, lane, due_at, tries)
   ${NUMBERS}
   SELECT n, CASE state WHEN 'stamped' THEN 'settled' WHEN 'pending' THEN 'due' WHEN 'contingency' THEN 'due' ELSE 'parked' END,
          CASE state WHEN 'stamped' THEN 'settle' WHEN 'pending' THEN 'send' WHEN 'contingency' THEN 'watch' ELSE 'park' END,
          CASE state WHEN 'contingency' THEN 2 ELSE 1 END, at, 0
     FROM (SELECT n, at, ${STATE} AS state FROM day)`,
  `INSERT INTO attempt (document_id, call, revision, started_at, ended_at, outcome, http_status, detail, answer)
   ${NUMBERS} SELECT n, 'post', 1, at, at + 200, 'stamped', 200, '', '{"success":true}' FROM day`,
]

const AT_A_TIME = 100_000

/** A shop's years of sales, for measuring what is asked of them. */
export const fillWithSales = (connection: Database.Database, total: number): void => {
  connection.pragma('synchronous = OFF')
  const statements = STATEMENTS.map((sql) => connection.prepare(sql))
  const insert = connection.transaction((first: number, last: number) => {
    for (const statement of statements) {
      const known = { first, last, from: DAYS_BACK_FROM, total }
      statement.run(known)
    }
  })
  for (let first = 1; first <= total; first += AT_A_TIME) insert(first, Math.min(first + AT_A_TIME - 1, total))
  connection.pragma('wal_checkpoint(TRUNCATE)')
}
