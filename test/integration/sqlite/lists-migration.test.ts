import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sqliteDayBook } from '#adapters/sqlite/day-book.ts'
import { sqliteDocumentList } from '#adapters/sqlite/document-list.ts'
import { openDatabase, readMigrations } from '#adapters/sqlite/open-database.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { aFolder } from '../../unit/application/a-till.ts'

const EVERYTHING = {
  states: DOCUMENT_STATES,
  text: null,
  from: null,
  to: null,
  docType: null,
  totalFrom: null,
  totalTo: null,
  after: null,
  most: 10,
}

/** Three sales as a till before the lists wrote them: two days, one customer. */
const OLD_SALES = [
  [1, '2026-11-20', null],
  [2, '2026-11-21', '{"name":"Ana Ramírez","document":{"type":"13","number":"04826193-3"},"email":null,"phone":null}'],
  [3, '2026-11-21', null],
] as const

test('a database from before the lists finds its old sales by day and by customer', () => {
  const file = path.join(aFolder(), 'till.db')
  const old = openDatabase(
    file,
    readMigrations().filter(({ version }) => version < 3),
  )
  for (const [number, date, customer] of OLD_SALES) {
    old
      .prepare(`INSERT INTO sale VALUES (?, ?, ?, 1, 'Ana', 'C01', ?, 100, 0, 100, 12, 0, '01')`)
      .run(number, `press-${number}`, date, customer)
    old
      .prepare(
        `INSERT INTO fiscal_document (document_id, external_ref, sale_number, doc_type, state, total_cents, business_date, created_at, customer, revision)
         VALUES (?, ?, ?, '01', 'pending', 100, ?, 1, ?, 1)`,
      )
      .run(number, `T01-C01-${number}`, number, date, customer)
    old.prepare(`INSERT INTO outbox VALUES (?, 'due', 'send', 1, 1, 0, NULL)`).run(number)
  }
  old.close()
  const connection = openDatabase(file)
  onTestFinished(() => void connection.close())
  const list = sqliteDocumentList(connection)
  const numbers = (query: Partial<Parameters<typeof list.page>[0]>) =>
    list.page({ ...EVERYTHING, ...query }).documents.map(({ saleNumber }) => saleNumber)
  expect({
    firstDay: numbers({ to: '2026-11-20' }),
    secondDay: numbers({ from: '2026-11-21' }),
    name: numbers({ text: 'ramirez' }),
    document: numbers({ text: '048261933' }),
    total: numbers({ totalFrom: 100, totalTo: 100 }),
    book: [...sqliteDayBook(connection).sales('2026-11-21')].map(({ saleNumber }) => saleNumber),
    unissued: list.unissued('2026-11-21'),
  }).toEqual({
    firstDay: [1],
    secondDay: [3, 2],
    name: [2],
    document: [2],
    total: [3, 2, 1],
    book: [2, 3],
    unissued: { today: 2, todaySince: 1, earlierDays: { count: 1, since: '2026-11-20' }, earlierMonths: null },
  })
})
