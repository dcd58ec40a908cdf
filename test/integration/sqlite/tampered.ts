import type { Till } from '../../unit/application/a-till.ts'

/** Somebody with a database tool and no scruples: the triggers keep everybody else from doing this. */
export const tampered = (till: Till, ...sql: string[]): Till => {
  const triggers = till.connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
  till.connection.pragma('foreign_keys = OFF')
  for (const name of triggers) till.connection.exec(`DROP TRIGGER ${name}`)
  for (const one of sql) till.connection.exec(one)
  return till
}
