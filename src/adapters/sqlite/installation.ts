import { z } from 'zod'
import type { Instant } from '#domain/clock/local-time.ts'
import type { Connection } from './open-database.ts'

const row = z
  .object({
    tag: z.string(),
    installed_at: z.int(),
    machine: z.string().nullable(),
    first_number: z.int(),
  })
  .transform(({ installed_at, first_number, ...rest }) => ({
    ...rest,
    /** Since when the till has borne this tag. */
    installedAt: installed_at,
    /** The running numbers of this installation begin here. */
    firstNumber: first_number,
  }))
export type Installation = z.output<typeof row>

export const NOTICE_KINDS = ['restored', 'moved'] as const

const notice = z
  .object({
    notice_id: z.int(),
    at: z.int(),
    kind: z.enum(NOTICE_KINDS),
    facts: z.string(),
  })
  .transform(({ notice_id, facts, ...rest }) => ({
    ...rest,
    noticeId: notice_id,
    facts: z.record(z.string(), z.union([z.string(), z.number()])).parse(JSON.parse(facts)),
  }))
export type InstallationNotice = z.output<typeof notice>

const INSTALL =
  'INSERT INTO installation (only_row, tag, installed_at, machine) VALUES (1, :tag, :at, :machine) ON CONFLICT DO NOTHING'
const RENEW =
  'UPDATE installation SET tag = :tag, installed_at = :at, machine = :machine, first_number = max(first_number, :first_number) WHERE only_row = 1'
const NOTE = 'INSERT INTO installation_notice (at, kind, facts) VALUES (:at, :kind, :facts)'
const UNSEEN = 'SELECT * FROM installation_notice WHERE seen_at IS NULL ORDER BY notice_id'

/** The mark that this installation was born with, the machine it lives on, and what happened to it. */
export const sqliteInstallation = (connection: Connection) => {
  const read = connection.prepare('SELECT * FROM installation')
  const install = connection.prepare(INSTALL)
  const renew = connection.prepare(RENEW)
  const setMachine = connection.prepare('UPDATE installation SET machine = ? WHERE only_row = 1')
  const note = connection.prepare(NOTE)
  const unseen = connection.prepare(UNSEEN)
  const see = connection.prepare('UPDATE installation_notice SET seen_at = ? WHERE notice_id = ?')
  const lastNumber = connection
    .prepare(
      'SELECT max(coalesce((SELECT max(sale_number) FROM sale), 0), coalesce(max(first_number), 1) - 1) FROM installation',
    )
    .pluck()
  return {
    read: (): Installation | null => {
      const found = read.get()
      return found === undefined ? null : row.parse(found)
    },
    install: (tag: string, machine: string, at: Instant): void => {
      install.run({ tag, machine, at })
    },
    /** Another tag, so that no ref made from now on meets one made before; the numbers go on above all that are known. */
    renew: (next: Installation): void => {
      renew.run({ tag: next.tag, at: next.installedAt, machine: next.machine, first_number: next.firstNumber })
    },
    setMachine: (machine: string): void => {
      setMachine.run(machine)
    },
    /** The highest running number that was used here or before. */
    lastNumber: (): number => z.int().parse(lastNumber.get()),
    note: (kind: InstallationNotice['kind'], facts: InstallationNotice['facts'], at: Instant): void => {
      note.run({ kind, facts: JSON.stringify(facts), at })
    },
    unseen: (): readonly InstallationNotice[] => z.array(notice).parse(unseen.all()),
    see: (noticeId: number, at: Instant): void => {
      see.run(at, noticeId)
    },
  }
}
