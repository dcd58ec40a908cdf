import { expect, test } from 'vitest'
import { sqliteCatalogue } from '#adapters/sqlite/catalogue.ts'
import { sqliteDayBook } from '#adapters/sqlite/day-book.ts'
import { sqliteDocumentList } from '#adapters/sqlite/document-list.ts'
import { MONTH_DOCUMENTS, MONTH_NOTED, sqliteMonthBook } from '#adapters/sqlite/month-book.ts'
import type { Connection } from '#adapters/sqlite/open-database.ts'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { sqliteTaxCatalogs } from '#adapters/sqlite/tax-catalogs.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { aTill, NOW, type Till } from '../../unit/application/a-till.ts'
import { stamped } from '../../unit/application/an-outcome.ts'

/** The same connection, and every statement that was prepared on it. */
const overheard = (connection: Connection) => {
  const asked = new Set<string>()
  const listening = new Proxy(connection, {
    get: (target, name) => {
      if (name === 'prepare')
        return (sql: string) => {
          asked.add(sql)
          return target.prepare(sql)
        }
      const found: unknown = Reflect.get(target, name)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
  return { listening, asked }
}

const planOf = (till: Till, sql: string): readonly string[] => {
  const named = Object.fromEntries([...sql.matchAll(/[:@](\w+)/g)].map(([, name = '']) => [name, null]))
  const plain = [...sql.matchAll(/\?/g)].map(() => null)
  const explained = till.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`)
  const steps = plain.length > 0 ? explained.all(...plain) : explained.all(named)
  return steps.map((step) => (step as { readonly detail: string }).detail)
}

/** Only what is not finished is in these, however many sales there were. */
const OF_WHAT_IS_OPEN =
  /INDEX (outbox_(due|due_at|claimed|parked|watched)|print_job_(open|waiting|printing)|wanted_file_due)\b/
/** The newest so many, by the number of the row: the walk ends by itself. */
const NEWEST_BY_NUMBER = / FROM \w+( \w)? ORDER BY \w+_id DESC LIMIT (\?|\d+)$/

/** What may read or sort a whole table, and why. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [
    /\b(FROM|JOIN) (product|held_sale|installation)\b/,
    'as many rows as the shop has products, held sales or installations',
  ],
  [
    /\b(FROM|JOIN) tax_(activity|place)\b/,
    'as many rows as the tax authority has activities, districts and municipalities',
  ],
  [
    / INDEXED BY document_by_total .*\bLIMIT :most$/,
    'sorts five thousand at most: it is asked where there are no more',
  ],
  [/ FROM archived_file f$/, 'walks all files for a technician’s check'],
  [/ FROM journal WHERE at >= \? AND at < \? ORDER BY entry_id$/, 'sorts one day of the journal, for its export'],
  [/^SELECT external_ref FROM \( SELECT .* ORDER BY date, document_id$/, 'sorts one month, for its export'],
  [/ FROM outbox GROUP BY state$/, 'asked by tests and technicians only'],
  [
    /^SELECT \* FROM fiscal_document WHERE state IN \([^)]+\) ORDER BY document_id$/,
    'sorts what is not finished, once after a restore',
  ],
]

/** Steps that grow with all the sales ever made. */
const grows = (step: string): boolean => {
  if (/TEMP B-TREE/.test(step)) return true
  return (
    /^SCAN (?!CONSTANT|\(|\d)/.test(step) && !OF_WHAT_IS_OPEN.test(step) && !/VIRTUAL TABLE INDEX \d+:\S/.test(step)
  )
}

const growing = (till: Till, asked: Iterable<string>) =>
  [...asked]
    .map((sql) => sql.replaceAll(/\s+/g, ' ').trim())
    .filter((sql) => !NEWEST_BY_NUMBER.test(sql) && !MEANT.some(([pattern]) => pattern.test(sql)))
    .map((sql) => ({ sql, steps: planOf(till, sql).filter(grows) }))
    .filter(({ steps }) => steps.length > 0)

/** Every way to leave something out. */
const combinations = <T extends object>(parts: T): readonly Partial<T>[] => {
  let found: readonly Partial<T>[] = [{}]
  for (const [name, value] of Object.entries(parts))
    found = [...found, ...found.map((each) => ({ ...each, [name]: value }))]
  return found
}

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

const TOTALS = [{}, { totalFrom: 1100, totalTo: 1100 }, { totalFrom: 1000, totalTo: 1200 }, { totalFrom: 1000 }]

const aSoldTill = (): Till => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  till.sells()
  return till
}

test('whatever filters of the documents come together, no list reads or sorts what it does not show', () => {
  const till = aSoldTill()
  const { listening, asked } = overheard(till.connection)
  const list = sqliteDocumentList(listening)
  const texts = ['T01', 'xyz', '000002-7QK3F', '000002', '01234567', 'T01-C01-', 'DTE-01-', 'ana ramírez', '01234567-8']
  for (const text of [null, ...texts])
    for (const states of [DOCUMENT_STATES, ['stamped'], ['pending', 'unknown', 'contingency']] as const)
      for (const totals of TOTALS)
        for (const filters of combinations({ from: '2026-11-01', to: '2026-11-30', after: '1' }))
          list.page({ ...EVERYTHING, text, states, ...totals, ...filters })
  list.counts()
  list.oldestWaitingAt()
  list.ministrySilentSince()
  list.inContingencySince(NOW)
  list.unissued('2026-11-22')
  expect(asked.size).toBeGreaterThan(20)
  expect(growing(till, asked)).toEqual([])
})

test.each([
  ['everything', {}, 'SEARCH fiscal_document USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
  ['a state', { states: ['stamped'] }, 'COVERING INDEX document_by_state (state=? AND rowid>? AND rowid<?)'],
  [
    'an amount',
    { totalFrom: 1100, totalTo: 1100 },
    'INDEX document_by_total (total_cents=? AND state=? AND rowid>? AND rowid<?)',
  ],
  ['amounts', { totalFrom: 1000, totalTo: 1200 }, 'COVERING INDEX document_by_total (total_cents>? AND total_cents<?)'],
  ['a store', { text: 'T01' }, 'sqlite_autoindex_fiscal_document_1 (external_ref>? AND external_ref<?)'],
  ['a part of a ref', { text: '000002-7QK3F' }, 'INDEX document_by_sale (sale_number=? AND rowid>? AND rowid<?)'],
  ['a sale’s number', { text: '000002' }, 'INDEX document_by_sale (sale_number=? AND rowid>? AND rowid<?)'],
  ['a running number', { text: '000002' }, 'INDEX document_by_running_number (<expr>=? AND rowid>? AND rowid<?)'],
  ['a ref', { text: 'T01-C01-' }, 'sqlite_autoindex_fiscal_document_1 (external_ref>? AND external_ref<?)'],
  ['a control number', { text: 'DTE-01-' }, 'INDEX document_by_control_number (control_number>? AND control_number<?)'],
  ['a name', { text: 'ana' }, 'SCAN document_search VIRTUAL TABLE INDEX 192:M2><'],
  ['a day', { from: '2026-11-22' }, 'SEARCH business_day USING PRIMARY KEY (business_date>? AND business_date<?)'],
] as const)('the documents of %s are walked by their own index', (_, query, step) => {
  const till = aSoldTill()
  const { listening, asked } = overheard(till.connection)
  sqliteDocumentList(listening).page({ ...EVERYTHING, ...query })
  const steps = [...asked].flatMap((sql) => planOf(till, sql))
  expect(steps).toContainEqual(expect.stringContaining(step))
})

test('no question of the sender, the printer, the till’s bar or a day’s report grows with the sales', () => {
  const till = aSoldTill()
  const { listening, asked } = overheard(till.connection)
  openStores(listening)
  sqliteCatalogue(listening)
  sqliteTaxCatalogs(listening)
  const book = sqliteDayBook(listening)
  sqliteMonthBook(listening)
  expect([...book.sales('2026-11-22')].map(({ saleNumber }) => saleNumber)).toEqual([1, 2])
  expect(asked.size).toBeGreaterThan(50)
  expect(growing(till, asked)).toEqual([])
})

test('every search of the tax authority’s catalogues walks an index', () => {
  const till = aTill()
  const { listening, asked } = overheard(till.connection)
  sqliteTaxCatalogs(listening)
  const searches = [...asked].filter((sql) => /^\s*SELECT/.test(sql) && !sql.includes('count(*)'))
  const walks = searches.flatMap((sql) => planOf(till, sql)).filter((step) => !/TEMP B-TREE FOR ORDER BY/.test(step))
  expect(walks).toEqual([
    expect.stringMatching(/^SCAN s VIRTUAL TABLE INDEX \d+:M/),
    'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH a USING INDEX sqlite_autoindex_tax_activity_1 (code>? AND code<?)',
    'SEARCH a USING INDEX sqlite_autoindex_tax_activity_1 (code=?)',
    expect.stringMatching(/^SCAN s VIRTUAL TABLE INDEX \d+:M/),
    'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH p USING INDEX sqlite_autoindex_tax_place_1 (key=?)',
    'SEARCH tax_catalogs USING INTEGER PRIMARY KEY (rowid=?)',
  ])
})

test('a month is read by the numbers of its own documents and the few of other months', () => {
  const till = aSoldTill()
  const steps = [MONTH_DOCUMENTS, MONTH_NOTED].flatMap((sql) => planOf(till, sql))
  expect(steps.filter((step) => /fiscal_document|TEMP/.test(step))).toEqual([
    'SEARCH fiscal_document USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
    'SEARCH fiscal_document USING INDEX document_of_another_day (fiscal_date>? AND fiscal_date<?)',
    'USE TEMP B-TREE FOR ORDER BY',
    'SEARCH fiscal_document USING INDEX document_noted (cancelled_at>? AND cancelled_at<?)',
  ])
})

test('a plan that reads or sorts everything is noticed', () => {
  const till = aSoldTill()
  const bad = [
    'SELECT * FROM fiscal_document WHERE customer = :customer',
    'SELECT external_ref FROM fiscal_document ORDER BY created_at',
    'SELECT state, count(*) FROM fiscal_document GROUP BY state',
  ]
  expect(growing(till, bad).map(({ sql }) => sql)).toEqual(bad)
})
