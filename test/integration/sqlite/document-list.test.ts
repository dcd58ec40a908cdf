import { expect, test } from 'vitest'
import { sqliteDocumentList } from '#adapters/sqlite/document-list.ts'
import type { Connection } from '#adapters/sqlite/open-database.ts'
import type { DocumentQuery } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { aSale, aTill, NOW, REF, REF_2 } from '../../unit/application/a-till.ts'
import { inContingency, refused, rejected, stamped, unknown } from '../../unit/application/an-outcome.ts'
import { aCustomer } from '../../unit/domain/a-customer.ts'

const aTillOfAllKinds = () => {
  const till = aTill()
  for (const outcome of [stamped(), refused, unknown, inContingency(), rejected()]) {
    till.sells(aSale({ customer: aCustomer({ name: `Cliente ${outcome.kind}` }) }))
    till.hears(outcome)
    till.passes(1)
  }
  till.sells()
  return { till, list: sqliteDocumentList(till.connection) }
}

const everything: DocumentQuery = { states: DOCUMENT_STATES, text: null, before: null, most: 100 }

test('newest first, by page, by state and by text', () => {
  const { list } = aTillOfAllKinds()
  const numbers = (query: Partial<DocumentQuery>) =>
    list.page({ ...everything, ...query }).map(({ saleNumber }) => saleNumber)
  expect({
    all: numbers({}),
    two: numbers({ most: 2 }),
    older: numbers({ before: 4 }),
    parked: numbers({ states: ['refused', 'rejected'] }),
    stamped: numbers({ states: ['stamped'] }),
    byName: numbers({ text: 'cliente re' }),
    byNumber: numbers({ text: 'DTE-01' }),
    byRef: numbers({ text: '000003' }),
    signs: numbers({ text: '%' }),
    nothing: numbers({ text: "' OR 1=1 --" }),
  }).toEqual({
    all: [6, 5, 4, 3, 2, 1],
    two: [6, 5],
    older: [3, 2, 1],
    parked: [5, 2],
    stamped: [1],
    byName: [5, 2],
    byNumber: [4, 1],
    byRef: [3],
    signs: [6, 5, 4, 3, 2, 1],
    nothing: [],
  })
})

test('a summary, the counts, the oldest that waits and the newest that was judged', () => {
  const { list } = aTillOfAllKinds()
  expect(list.summary(REF_2)).toEqual({
    externalRef: REF_2,
    saleNumber: 2,
    state: 'refused',
    total: 1100,
    createdAt: NOW + 1,
    customerName: 'Cliente refused',
    controlNumber: null,
    attempts: 1,
    nextTryAt: null,
    remarks: { code: '', texts: ['customer.email: no es válido'] },
    amountsDiffer: false,
  })
  expect(list.summary(`${REF}X`)).toBeNull()
  expect([list.counts(), list.oldestWaitingAt(), list.newestIssuedState()]).toEqual([
    { pending: 1, unknown: 1, contingency: 1, stamped: 1, rejected: 1, refused: 1, alarm: 0 },
    NOW + 2,
    'contingency',
  ])
})

test('no list and no counter reads the whole table', () => {
  const { till } = aTillOfAllKinds()
  const asked: string[] = []
  const listening = new Proxy(till.connection, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            asked.push(sql)
            return target.prepare(sql)
          }
        : Reflect.get(target, name),
  }) as Connection
  const list = sqliteDocumentList(listening)
  asked.length = 0
  list.page({ ...everything, before: 3 })
  list.page({ ...everything, states: ['refused', 'rejected'] })
  list.page({ ...everything, states: ['pending', 'unknown', 'contingency', 'rejected', 'refused', 'alarm'] })
  const plans = asked.map((sql) =>
    till.connection
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ before: 3, most: 10 })
      .map((row) => (row as { detail: string }).detail),
  )
  expect(plans.flat().filter((step) => /^SCAN/.test(step) && !step.includes('INDEX'))).toEqual([])
  expect(plans[0]).toContainEqual('SEARCH d USING INTEGER PRIMARY KEY (rowid<?)')
  expect(plans.slice(1).flat()).toContainEqual(expect.stringContaining('INDEX document_not_stamped'))
})
