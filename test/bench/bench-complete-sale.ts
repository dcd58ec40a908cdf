import path from 'node:path'
import Database from 'better-sqlite3'
import { aBenchTill, sellFiveLines } from './a-bench-till.ts'
import { against, type Measure, percentile, timed } from './statistics.ts'

const ROUNDS = 1_000

/** A whole sale, durable, against one row, durable, on the same disk, turn by turn. */
export const benchCompleteSale = async (folder: string): Promise<readonly Measure[]> => {
  const engine = await aBenchTill(path.join(folder, 'sales'))
  const bare = new Database(path.join(folder, 'bare.db'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)')
  const insert = bare.prepare('INSERT INTO row (text) VALUES (?)')
  const sales: number[] = []
  const rows: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rows.push(timed(() => insert.run('one row')))
    sales.push(timed(() => sellFiveLines(engine)))
  }
  bare.close()
  await engine.stop()
  const measured = (share: number, target?: { atMost: number }) =>
    against(
      `completeSale, 5 lines, p${share * 100} ÷ one-row commit`,
      'ms',
      percentile(sales.slice(100), share),
      percentile(rows.slice(100), share),
      target,
    )
  return [measured(0.5, { atMost: 1.5 }), measured(0.99)]
}
