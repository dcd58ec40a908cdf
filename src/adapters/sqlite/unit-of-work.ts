import type { UnitOfWork } from '#application/ports/system.ts'
import type { Connection } from './open-database.ts'

/** Takes the write lock at once, so that what is read inside (the next running number) still holds at the commit. */
export const sqliteUnitOfWork = (connection: Connection): UnitOfWork => {
  const run: UnitOfWork['run'] = (work) => connection.transaction(work).immediate()
  return {
    run,
    runRelaxed: (work) => {
      if (connection.inTransaction) return run(work)
      connection.exec('PRAGMA synchronous = NORMAL')
      try {
        return run(work)
      } finally {
        connection.exec('PRAGMA synchronous = FULL')
      }
    },
  }
}
