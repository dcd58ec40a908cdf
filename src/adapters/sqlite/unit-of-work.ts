import type { UnitOfWork } from '#application/ports/system.ts'
import type { Connection } from './open-database.ts'

/** Takes the write lock at once, so that what is read inside (the next running number) still holds at the commit. */
export const sqliteUnitOfWork = (connection: Connection): UnitOfWork => ({
  run: (work) => connection.transaction(work).immediate(),
})
