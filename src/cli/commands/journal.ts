import { localDate } from '#domain/clock/local-time.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, UsageError } from '../command.ts'

const DAY_MS = 86_400_000

/** A local day of the journal as JSON Lines, in the order of writing; today's unless told. */
export const journal = (engine: Engine, day = localDate(engine.clock.now())): Done => {
  const from = Date.parse(`${day}T00:00:00-06:00`)
  if (Number.isNaN(from) || localDate(from) !== day) throw new UsageError('journal [YYYY-MM-DD]')
  const lines = [...engine.stores.journal.between(from, from + DAY_MS)]
  return done(
    undefined,
    lines.map(({ entryId, at, externalRef, facts, ...line }) =>
      JSON.stringify({
        entry_id: entryId,
        at: new Date(at).toISOString(),
        external_ref: externalRef,
        ...line,
        ...facts,
      }),
    ),
  )
}
