import { z } from 'zod'
import type { Files, FileTask } from '#application/ports/stores.ts'
import { DOCUMENT_TYPES, KEPT_KINDS, type KeptKind, TRAITS } from '#domain/document/document-type.ts'
import type { Connection } from './open-database.ts'

const ID = '(SELECT document_id FROM fiscal_document WHERE external_ref = :external_ref)'
const REF = '(SELECT external_ref FROM fiscal_document d WHERE d.document_id = f.document_id) AS external_ref'

const KEEP = `
  INSERT INTO archived_file (document_id, kind, path, sha256, bytes, fetched_at)
  VALUES (${ID}, :kind, :path, :sha256, :bytes, :fetched_at)
  ON CONFLICT DO UPDATE SET path = excluded.path, sha256 = excluded.sha256, bytes = excluded.bytes, fetched_at = excluded.fetched_at`

const WANT = `
  INSERT INTO wanted_file (document_id, kind, due_at, tries) VALUES (${ID}, :kind, :due_at, :tries)
  ON CONFLICT DO UPDATE SET due_at = min(due_at, excluded.due_at), tries = excluded.tries`
const POSTPONE = `UPDATE wanted_file SET due_at = :due_at, tries = :tries WHERE document_id = ${ID} AND kind = :kind`
const FORGET = `DELETE FROM wanted_file WHERE document_id = ${ID} AND kind = :kind`
const NEXT = `SELECT *, ${REF} FROM wanted_file f WHERE due_at <= :now ORDER BY due_at LIMIT 1`
const AWAITED = `
  SELECT f.*, ${REF} FROM print_job j JOIN wanted_file f ON f.document_id = j.document_id AND f.kind = 'ticket'
   WHERE j.state = 'waiting' AND j.decide_by > :now AND f.due_at <= :now ORDER BY j.job_id LIMIT 1`
/** A signed document that the API does not hand over, however often it is asked, holds up no others any more. */
const HELD_FOR_TRIES = 20
const WANTED_SIGNED = `
  SELECT f.*, ${REF} FROM wanted_file f JOIN fiscal_document i ON i.document_id = f.document_id
   WHERE f.kind = 'json' AND f.tries < ${HELD_FOR_TRIES} AND i.issued_at >= :since ORDER BY f.due_at LIMIT 1`
const shouldHave = (kind: KeptKind): string => {
  const types = DOCUMENT_TYPES.filter((type) => TRAITS[type].files.some((one) => one === kind))
  return types.length === 0
    ? `state = 'cancelled' AND automatic_note_id <> ''`
    : `state IN ('stamped', 'cancelling') AND doc_type IN (${types.map((type) => `'${type}'`).join(', ')})`
}
/** What an issued document should have, and that neither is here nor will come by itself. */
const forgottenOf = (kind: KeptKind): string => `
  SELECT external_ref FROM fiscal_document d
   WHERE ${shouldHave(kind)}
     AND NOT EXISTS (SELECT 1 FROM archived_file a WHERE a.document_id = d.document_id AND a.kind = :kind)
     AND NOT EXISTS (SELECT 1 FROM wanted_file w WHERE w.document_id = d.document_id AND w.kind = :kind)`
const WAKE_ALL = `UPDATE wanted_file SET due_at = :now WHERE due_at > :due_after`
const WANTED = `SELECT *, ${REF} FROM wanted_file f WHERE document_id = ${ID} AND kind = :kind`

const fileRow = z
  .object({
    external_ref: z.string(),
    kind: z.enum(KEPT_KINDS),
    path: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    fetched_at: z.int(),
  })
  .transform(({ external_ref, fetched_at, ...file }) => ({ ...file, externalRef: external_ref, fetchedAt: fetched_at }))

const taskRow = z
  .object({ external_ref: z.string(), kind: z.enum(KEPT_KINDS), due_at: z.int(), tries: z.int() })
  .transform(({ external_ref, due_at, ...task }): FileTask => ({ ...task, externalRef: external_ref, dueAt: due_at }))

export const sqliteFiles = (connection: Connection): Files => {
  const list = connection.prepare(`SELECT *, ${REF} FROM archived_file f WHERE document_id = ${ID} ORDER BY kind DESC`)
  const all = connection.prepare(`SELECT *, ${REF} FROM archived_file f`)
  const keep = connection.prepare(KEEP)
  const want = connection.prepare(WANT)
  const postpone = connection.prepare(POSTPONE)
  const forget = connection.prepare(FORGET)
  const next = connection.prepare(NEXT)
  const awaited = connection.prepare(AWAITED)
  const wantedSigned = connection.prepare(WANTED_SIGNED)
  const forgotten = KEPT_KINDS.map((kind) => ({ kind, statement: connection.prepare(forgottenOf(kind)).pluck() }))
  const wakeAll = connection.prepare(WAKE_ALL)
  const wanted = connection.prepare(WANTED)
  const nextDueAt = connection.prepare('SELECT min(due_at) FROM wanted_file').pluck()
  const task = (found: unknown): FileTask | null => (found === undefined ? null : taskRow.parse(found))
  const listOf = (externalRef: string) => z.array(fileRow).parse(list.all({ external_ref: externalRef }))
  return {
    list: listOf,
    find: (externalRef, kind) => listOf(externalRef).find((file) => file.kind === kind) ?? null,
    keep: (externalRef, { kind, path, sha256, bytes, fetchedAt }) => {
      keep.run({ external_ref: externalRef, kind, path, sha256, bytes, fetched_at: fetchedAt })
      forget.run({ external_ref: externalRef, kind })
    },
    want: ({ externalRef, kind, dueAt, tries }) => {
      want.run({ external_ref: externalRef, kind, due_at: dueAt, tries })
    },
    postpone: ({ externalRef, kind, dueAt, tries }) => {
      postpone.run({ external_ref: externalRef, kind, due_at: dueAt, tries })
    },
    forget: (externalRef, kind) => {
      forget.run({ external_ref: externalRef, kind })
    },
    nextAwaited: (now) => task(awaited.get({ now })),
    nextWanted: (now) => task(next.get({ now })),
    wantedSigned: (since) => task(wantedSigned.get({ since })),
    wanted: (externalRef, kind) => task(wanted.get({ external_ref: externalRef, kind })),
    nextDueAt: () => z.int().nullable().parse(nextDueAt.get()),
    wakeAll: (now, dueAfter) => {
      wakeAll.run({ now, due_after: dueAfter })
    },
    forgotten: () =>
      forgotten.flatMap(({ kind, statement }) =>
        z
          .array(z.string())
          .parse(statement.all({ kind }))
          .map((externalRef) => ({ externalRef, kind })),
      ),
    all: function* () {
      for (const found of all.iterate()) yield fileRow.parse(found)
    },
  }
}
