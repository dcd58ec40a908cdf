import { z } from 'zod'
import type { Connection } from './open-database.ts'

/** Another text whenever this process or another has written to the database since. */
export const changeMark = (connection: Connection): (() => string) => {
  const own = connection.prepare('SELECT total_changes()').pluck()
  return () => `${z.int().parse(own.get())} ${z.int().parse(connection.pragma('data_version', { simple: true }))}`
}
