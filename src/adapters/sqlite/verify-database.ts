import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Finding } from './finding.ts'
import { type Connection, openDatabase } from './open-database.ts'
import { openStores } from './open-stores.ts'
import { verifyJournal } from './verify-journal.ts'

/** Invariants that no commit may break; each query lists the refs that do. */
const INVARIANTS: Readonly<Record<string, string>> = {
  sale_without_document: `
    SELECT 'sale ' || s.sale_number AS ref, '' AS detail FROM sale s
     WHERE NOT EXISTS (SELECT 1 FROM fiscal_document d WHERE d.sale_number = s.sale_number)`,
  document_without_entry: `
    SELECT external_ref AS ref, state AS detail FROM fiscal_document d
     WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.entry_id = d.document_id)`,
  document_without_request: `
    SELECT external_ref AS ref, 'revision ' || revision AS detail FROM fiscal_document d
     WHERE NOT EXISTS (SELECT 1 FROM frozen_request f WHERE f.document_id = d.document_id AND f.revision = d.revision)`,
  total_is_not_that_of_the_lines: `
    SELECT d.external_ref AS ref, s.total_cents || ' / ' || coalesce(sum(l.amount_cents), 0) AS detail
      FROM sale s JOIN fiscal_document d USING (sale_number) LEFT JOIN sale_line l USING (sale_number)
     GROUP BY s.sale_number HAVING coalesce(sum(l.amount_cents), 0) <> s.total_cents OR d.total_cents <> s.total_cents`,
  tenders_do_not_pay_the_total: `
    SELECT d.external_ref AS ref, (coalesce(sum(t.amount_cents), 0) - s.change_cents) || ' / ' || s.total_cents AS detail
      FROM sale s JOIN fiscal_document d USING (sale_number) LEFT JOIN sale_tender t USING (sale_number)
     GROUP BY s.sale_number
    HAVING coalesce(sum(t.amount_cents), 0) - s.change_cents NOT BETWEEN s.total_cents - d.withheld_cents AND s.total_cents`,
  notes_exceed_their_document: `
    SELECT o.external_ref AS ref, sum(d.total_cents) || ' / ' || o.total_cents AS detail
      FROM fiscal_document d JOIN fiscal_document o ON o.external_ref = d.origin_ref
     WHERE d.origin_relation = 'credits' AND d.state NOT IN ('cancelled', 'withdrawn', 'rejected', 'refused')
     GROUP BY o.document_id HAVING sum(d.total_cents) > o.total_cents`,
  replacement_waits_for_nothing: `
    SELECT d.external_ref AS ref, coalesce(o.state, 'no original') AS detail
      FROM fiscal_document d LEFT JOIN fiscal_document o ON o.external_ref = d.origin_ref
     WHERE d.state = 'awaiting' AND o.state IS NOT 'cancelling'`,
  replacement_without_its_cancellation: `
    SELECT d.external_ref AS ref, d.state || ' / ' || o.state AS detail
      FROM fiscal_document d JOIN fiscal_document o ON o.external_ref = d.origin_ref
     WHERE d.origin_relation = 'replaces' AND d.state NOT IN ('awaiting', 'withdrawn') AND o.state <> 'cancelled'`,
  state_and_entry_disagree: `
    SELECT d.external_ref AS ref, d.state || ' / ' || o.state AS detail
      FROM fiscal_document d JOIN outbox o ON o.entry_id = d.document_id
     WHERE (d.state IN ('stamped', 'cancelled', 'withdrawn')) <> (o.state = 'settled')
        OR (d.state = 'cancelling') <> (o.step IN ('cancel', 'confirm'))
        OR (o.state = 'parked') <> (d.state IN ('rejected', 'refused', 'alarm', 'awaiting'))
        OR (d.state = 'contingency' AND o.step <> 'watch')`,
  stamped_without_facts: `
    SELECT external_ref AS ref, '' AS detail FROM fiscal_document
     WHERE state IN ('stamped', 'cancelling', 'cancelled') AND (coalesce(control_number, '') = '' OR coalesce(generation_code, '') = '' OR coalesce(reception_stamp, '') = '')`,
  // Assumption: numbers begin anew with each year, as MH's normative has it; the contract is silent.
  control_number_twice: `
    SELECT min(external_ref) AS ref, control_number AS detail FROM fiscal_document
     WHERE control_number <> ''
     GROUP BY control_number, substr(coalesce(fiscal_date, date(issued_at / 1000, 'unixepoch', '-6 hours'), business_date), 1, 4)
    HAVING count(*) > 1`,
  amounts_differ:
    'SELECT external_ref AS ref, reported_gross_cents AS detail FROM fiscal_document WHERE amounts_differ = 1',
}

const found = z.array(z.object({ ref: z.string(), detail: z.union([z.string(), z.number()]).nullable() }))
const request = z.object({ external_ref: z.string(), revision: z.int(), body: z.string(), sha256: z.string() })

const REQUESTS = `
  SELECT d.external_ref, f.revision, f.body, f.sha256 FROM frozen_request f JOIN fiscal_document d USING (document_id)`

const integrity = (connection: Connection): readonly Finding[] => {
  const report = z.array(z.string()).parse(connection.prepare('PRAGMA integrity_check').pluck().all())
  const keys = connection.pragma('foreign_key_check') as readonly unknown[]
  return [
    ...report
      .filter((text) => text !== 'ok')
      .map((detail) => ({ code: 'database_damaged', externalRef: null, detail })),
    ...keys.map((key) => ({ code: 'foreign_key_broken', externalRef: null, detail: JSON.stringify(key) })),
  ]
}

function* changedRequests(connection: Connection): Iterable<Finding> {
  for (const stored of connection.prepare(REQUESTS).iterate()) {
    const { external_ref, revision, body, sha256 } = request.parse(stored)
    if (createHash('sha256').update(body).digest('hex') !== sha256)
      yield { code: 'request_does_not_fit_its_hash', externalRef: external_ref, detail: `revision ${revision}` }
  }
}

const TRIGGERS = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`
const trigger = z.array(z.object({ name: z.string(), sql: z.string() }))

/** The triggers that keep what is written, held against those that the migrations make. */
const missingTriggers = (connection: Connection): readonly Finding[] => {
  const fresh = openDatabase(':memory:')
  try {
    const found = new Map(trigger.parse(connection.prepare(TRIGGERS).all()).map(({ name, sql }) => [name, sql]))
    return trigger
      .parse(fresh.prepare(TRIGGERS).all())
      .filter(({ name, sql }) => found.get(name) !== sql)
      .map(({ name }) => ({ code: 'trigger_missing_or_changed', externalRef: null, detail: name }))
  } finally {
    fresh.close()
  }
}

/**
 * Everything in the database that should not be so: damage, broken references, broken invariants, requests that no longer fit their hash,
 * and whatever the journal remembers otherwise. All of one moment, whoever writes meanwhile.
 */
export const verifyDatabase = (connection: Connection): readonly Finding[] =>
  connection.transaction(() => [
    ...integrity(connection),
    ...missingTriggers(connection),
    ...Object.entries(INVARIANTS).flatMap(([code, sql]) =>
      found
        .parse(connection.prepare(sql).all())
        .map(({ ref, detail }) => ({ code, externalRef: ref, detail: String(detail ?? '') })),
    ),
    ...changedRequests(connection),
    ...verifyJournal(connection, openStores(connection)),
  ])()
