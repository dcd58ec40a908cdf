import { z } from 'zod'
import type { Journal, JournalEntry, JournalLine } from '#application/ports/stores.ts'
import { localDay } from '#domain/clock/local-time.ts'
import { attemptDigest, documentDigest, saleDigest, sha256 } from './digests.ts'
import type { Connection } from './open-database.ts'

const HEAD = 'SELECT entry_id, at, hash FROM journal ORDER BY entry_id DESC LIMIT 1'
const APPEND = 'INSERT INTO journal (entry_id, at, kind, external_ref, facts, hash) VALUES (?, ?, ?, ?, ?, ?)'
const CLOSE_DAY = 'UPDATE journal_day SET last_entry = ? WHERE day = ?'
const OPEN_DAY = `
  INSERT INTO journal_day (day, first_entry) VALUES (?, ?) ON CONFLICT DO UPDATE SET last_entry = NULL`
const BETWEEN = `
  SELECT * FROM journal
   WHERE entry_id >= (SELECT min(first_entry) FROM journal_day WHERE day BETWEEN :first_day AND :last_day)
     AND entry_id <= (SELECT max(coalesce(last_entry, ${Number.MAX_SAFE_INTEGER})) FROM journal_day WHERE day BETWEEN :first_day AND :last_day)
     AND at >= :from AND at < :until
   ORDER BY entry_id`

/** What the first line is chained to. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

type Hashed = Pick<JournalLine, 'entryId' | 'at' | 'kind' | 'externalRef'> & { readonly facts: string }

/** The link of the chain: over the line as it is kept, and the hash of the one before. */
export const linkHash = (previous: string, { entryId, at, kind, externalRef, facts }: Hashed): string =>
  sha256([previous, entryId, at, kind, externalRef ?? '', facts].join('\n'))

const factsOf = (entry: JournalEntry): Readonly<Record<string, unknown>> => {
  switch (entry.kind) {
    case 'sale':
      return {
        sale_number: entry.sale.saleNumber,
        sale: saleDigest(entry.sale),
        request: entry.request.sha256,
        document: documentDigest(entry.document),
      }
    case 'answer': {
      const { call, outcome, revision, httpStatus } = entry.attempt
      return {
        attempt_id: entry.attemptId,
        call,
        outcome,
        revision,
        http_status: httpStatus,
        attempt: attemptDigest(entry.attempt),
        state: entry.document.state,
        document: documentDigest(entry.document),
      }
    }
    case 'act':
      return {
        act: entry.act,
        reason: entry.reason,
        ...entry.facts,
        ...(entry.request && { revision: entry.request.revision, request: entry.request.sha256 }),
        ...(entry.document && { state: entry.document.state, document: documentDigest(entry.document) }),
      }
  }
}

const refOf = (entry: JournalEntry): string | null =>
  entry.kind === 'act' ? entry.externalRef : entry.document.externalRef

const headRow = z.object({ entry_id: z.int(), at: z.int(), hash: z.string() })

/** A line as it is kept, its facts still the text that was hashed. */
export const journalRow = z
  .object({
    entry_id: z.int(),
    at: z.int(),
    kind: z.enum(['sale', 'answer', 'act']),
    external_ref: z.string().nullable(),
    facts: z.string(),
    hash: z.string(),
  })
  .transform(({ entry_id, external_ref, ...row }) => ({ ...row, entryId: entry_id, externalRef: external_ref }))

const factsText = z.record(z.string(), z.unknown())

export const sqliteJournal = (connection: Connection): Journal => {
  const head = connection.prepare(HEAD)
  const append = connection.prepare(APPEND)
  const closeDay = connection.prepare(CLOSE_DAY)
  const openDay = connection.prepare(OPEN_DAY)
  const between = connection.prepare(BETWEEN)
  const hashAt = connection.prepare('SELECT hash FROM journal WHERE entry_id = ?').pluck()
  const newest = () => {
    const found = head.get()
    return found === undefined ? null : headRow.parse(found)
  }
  return {
    append: (entry) => {
      const before = newest()
      const line = {
        entryId: (before?.entry_id ?? 0) + 1,
        at: entry.at,
        kind: entry.kind,
        externalRef: refOf(entry),
        facts: JSON.stringify(factsOf(entry)),
      }
      const hash = linkHash(before?.hash ?? BEFORE_THE_FIRST, line)
      const day = localDay(line.at)
      if (before && localDay(before.at) !== day) closeDay.run(before.entry_id, localDay(before.at))
      if (!before || localDay(before.at) !== day) openDay.run(day, line.entryId)
      append.run(line.entryId, line.at, line.kind, line.externalRef, line.facts, hash)
    },
    between: function* (from, until) {
      for (const found of between.iterate({ from, until, first_day: localDay(from), last_day: localDay(until - 1) })) {
        const row = journalRow.parse(found)
        yield { ...row, facts: factsText.parse(JSON.parse(row.facts)) }
      }
    },
    hashAt: (entryId) =>
      z
        .string()
        .nullable()
        .parse(hashAt.get(entryId) ?? null),
    head: () => {
      const found = newest()
      return found && { entryId: found.entry_id, hash: found.hash }
    },
  }
}
