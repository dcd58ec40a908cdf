import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Stores } from '#application/ports/stores.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { SETTLED_HOW } from '#domain/sale/due-difference.ts'
import { customerColumn } from './columns.ts'
import { sha256 } from './digests.ts'
import { documentOf, documentRow } from './documents.ts'
import type { Connection } from './open-database.ts'
import type { Row, SalvageReader } from './salvage-reader.ts'

const correction = z.object({
  external_ref: z.string(),
  customer: customerColumn,
  revision: z.int(),
  body: z.string(),
  sha256: z.string(),
  frozen_at: z.int(),
})

/** A request that was corrected after the backup, byte for byte. */
const bringCorrection = (stores: Stores, row: Row, now: Instant): void => {
  const { external_ref, customer, frozen_at, ...request } = correction.parse(row)
  const document = stores.documents.find(external_ref)
  if (document?.revision !== request.revision - 1 || sha256(request.body) !== request.sha256) return
  const corrected = { ...document, customer, revision: request.revision }
  stores.documents.freeze(external_ref, request, frozen_at)
  stores.documents.update(corrected)
  stores.journal.append({
    kind: 'act',
    at: now,
    act: 'correction_salvaged',
    externalRef: external_ref,
    reason: 'restore',
    document: corrected,
    request,
  })
}

const cancel = (stores: Stores, document: FiscalDocument, now: Instant): void => {
  const { externalRef } = document
  const cancelling = { ...document, state: 'cancelling' as const, remarks: null }
  stores.documents.update(cancelling)
  stores.outbox.place(externalRef, { state: 'due', step: 'cancel', lane: 'backlog', dueAt: now, tries: 0 })
  stores.journal.append({
    kind: 'act',
    at: now,
    act: 'cancel_asked',
    externalRef,
    reason: 'restore',
    document: cancelling,
  })
}

/** A cancellation that a person asked for after the backup is asked for again: a repeated one changes nothing. */
const bringCancellation = (stores: Stores, row: Row, now: Instant): void => {
  const told = documentOf(documentRow.parse(row))
  const document = stores.documents.find(told.externalRef)
  if (!document || document.state === 'cancelled' || told.facts === null) return
  const { facts, issuedAt, fiscalDate } = told
  cancel(stores, { ...document, facts, issuedAt, fiscalDate, cancelAskedAt: told.cancelAskedAt ?? now }, now)
}

const REPLACED = `
  SELECT DISTINCT o.external_ref FROM fiscal_document o JOIN fiscal_document d ON d.origin_ref = o.external_ref
   WHERE d.state = 'awaiting' AND d.origin_relation = 'replaces' AND o.state = 'stamped'`

/** A sale that waits to replace another tells of a cancellation, whatever became of its own record: both were asked for in one. */
export const cancelReplaced = (target: Connection, stores: Stores, now: Instant): void => {
  for (const externalRef of z.array(z.string()).parse(target.prepare(REPLACED).pluck().all())) {
    const document = stores.documents.find(externalRef)
    if (document) cancel(stores, { ...document, cancelAskedAt: now }, now)
  }
}

const settled = z.object({
  external_ref: z.string(),
  difference_cents: z.int(),
  how: z.enum(SETTLED_HOW),
  settled_at: z.int(),
})

/** Money that was handed over once is not handed over again. */
const bringSettlement = (stores: Stores, row: Row, now: Instant): void => {
  const { external_ref: externalRef, difference_cents: difference, how, settled_at: settledAt } = settled.parse(row)
  if (!stores.documents.find(externalRef) || stores.documents.dueSettlement(externalRef)) return
  stores.documents.settleDue(externalRef, { difference, how, settledAt })
  const facts = { difference_cents: difference, how }
  stores.journal.append({ kind: 'act', at: now, act: 'due_settled', externalRef, reason: 'restore', facts })
}

/** What persons did to documents after the backup, as far as it can be read: corrections, cancellations, settlements. Each comes whole or not at all. */
export const salvageChanges = (reader: SalvageReader, target: Connection, stores: Stores, now: Instant): void => {
  const bring = (work: () => void): void => {
    try {
      target.transaction(work)()
    } catch (cause) {
      if (!(cause instanceof Database.SqliteError || cause instanceof z.ZodError || cause instanceof SyntaxError))
        throw cause
    }
  }
  for (const row of reader.corrections()) bring(() => bringCorrection(stores, row, now))
  for (const row of reader.cancelled()) bring(() => bringCancellation(stores, row, now))
  for (const row of reader.settled()) bring(() => bringSettlement(stores, row, now))
}
