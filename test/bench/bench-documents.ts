import path from 'node:path'
import { sqliteDocumentList } from '#adapters/sqlite/document-list.ts'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import type { DocumentQuery } from '#application/ports/document-list.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { fillWithSales } from './fill-with-sales.ts'
import { against, type Measure, percentile, timed } from './statistics.ts'

const MANY = 1_000_000
const FEW = 10_000
const ASKED_EACH = 200
const PAGE = 100
/** A hundred times as many documents: what is on an index grows a few times at most, a scan a hundred. */
const GROWS_BY = 5

const ALL: DocumentQuery = {
  states: DOCUMENT_STATES,
  text: null,
  from: null,
  to: null,
  docType: null,
  totalFrom: null,
  totalTo: null,
  after: null,
  most: PAGE,
}

const exactly = (total: number) => ({ totalFrom: total, totalTo: total })

/** Every way in which the documents screen asks, about something else each time; `n` lies among the `count` documents. */
const QUESTIONS: Readonly<Record<string, (n: number, count: number) => DocumentQuery>> = {
  newest: () => ALL,
  'far down': (n) => ({ ...ALL, after: String(n) }),
  'waiting for a person': () => ({ ...ALL, states: ['rejected', 'refused', 'alarm'] }),
  issued: () => ({ ...ALL, states: ['stamped', 'contingency'] }),
  'an amount': (n) => ({ ...ALL, ...exactly(100 + (n % 9973)) }),
  'an amount, waiting': (n) => ({ ...ALL, states: ['pending', 'unknown'], ...exactly(100 + (n % 9973)) }),
  'few amounts': (n) => ({ ...ALL, totalFrom: 100 + (n % 9973), totalTo: 110 + (n % 9973) }),
  'many amounts': (n) => ({ ...ALL, totalFrom: 100 + (n % 5000), totalTo: 3_000 + (n % 5000) }),
  'a month': (n) => ({ ...ALL, from: `2026-0${1 + (n % 9)}-01`, to: `2026-0${1 + (n % 9)}-28` }),
  'a sale number': (n) => ({ ...ALL, text: String(n) }),
  'a control number': (n) => ({ ...ALL, text: `DTE-01-M001P001-${String(n).padStart(15, '0')}` }),
  'a store': () => ({ ...ALL, text: 'T01' }),
  'a customer': (n) => ({ ...ALL, text: `cliente ${n % 1000}` }),
  nobody: () => ({ ...ALL, text: 'nadie que exista' }),
}

const measured = (folder: string, count: number) => {
  const connection = openDatabase(path.join(folder, `documents-${count}.db`))
  fillWithSales(connection, count)
  const list = sqliteDocumentList(connection)
  const times = Object.entries(QUESTIONS).map(([name, question]) => {
    const samples: number[] = []
    for (let asked = 0; asked < ASKED_EACH; asked += 1) {
      const query = question(1 + ((asked * 7919) % count), count)
      samples.push(timed(() => list.page(query)))
    }
    return { name, samples }
  })
  times.push({ name: 'counts', samples: Array.from({ length: ASKED_EACH }, () => timed(() => list.counts())) })
  connection.close()
  return times
}

const p99 = (samples: readonly number[]): number => percentile(samples, 0.99)

/** What the documents screen asks of a million documents, against the same of ten thousand: an index makes them alike. */
export const benchDocuments = (folder: string): readonly Measure[] => {
  const few = measured(folder, FEW)
  const many = measured(folder, MANY)
  const all = (times: typeof few) => times.flatMap(({ samples }) => samples)
  const slowest = [...many].sort((one, other) => p99(other.samples) - p99(one.samples))[0]
  if (!slowest) throw new Error('nothing was asked')
  const sameOfFew = few.find(({ name }) => name === slowest.name)?.samples ?? []
  return [
    against('documents screen, 1,000,000 ÷ 10,000 documents, p99', 'ms', p99(all(many)), p99(all(few))),
    against(`its slowest question (${slowest.name}), p99`, 'ms', p99(slowest.samples), p99(sameOfFew), {
      atMost: GROWS_BY,
    }),
  ]
}
