import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folderArchive } from '#adapters/system/folder-archive.ts'
import type { FileAnswer, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { FileTask } from '#application/ports/stores.ts'
import { fetchFile } from '#application/sending/fetch-file.ts'
import { wantAgain } from '#application/sending/want-again.ts'
import { aTill, NOW, REF, type Till } from '../a-till.ts'
import { stamped } from '../an-outcome.ts'

const PDF = Buffer.from('%PDF-1.7 …')
const file: FileAnswer = { result: { kind: 'file', bytes: PDF, signed: null }, httpStatus: 200, budget: null }
const notAvailable: FileAnswer = {
  result: { kind: 'not_available', detail: 'no existe' },
  httpStatus: 404,
  budget: null,
}
const unreachable: FileAnswer = {
  result: { kind: 'unreachable', detail: 'ECONNREFUSED' },
  httpStatus: null,
  budget: null,
}

/** The one call of the API's port that this use case makes. */
const apiThatSays = (answer: FileAnswer): FiscalApi => {
  const nobodyAsks = () => Promise.reject(new Error('not asked for'))
  return {
    hasKey: () => true,
    post: nobodyAsks,
    status: nobodyAsks,
    cancel: nobodyAsks,
    cancelStatus: nobodyAsks,
    knock: nobodyAsks,
    query: nobodyAsks,
    queryCancelled: nobodyAsks,
    catalog: nobodyAsks,
    checkKey: nobodyAsks,
    file: () => Promise.resolve(answer),
  }
}

const aStampedSale = () => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  const archive = folderArchive(path.join(till.folder, 'files'))
  const fetches = (answer: FileAnswer, task: FileTask | null = till.stores.files.wanted(REF, 'ticket')) => {
    if (task === null) throw new Error('nothing wanted')
    return fetchFile({
      ...till,
      archive,
      api: apiThatSays(answer),
      opens: () => Promise.resolve(true),
      heardSigned: () => undefined,
    })(task)
  }
  return { till, archive, fetches }
}

const attempts = (till: Till) =>
  till.stores.documents
    .attempts(REF)
    .map(({ call, outcome, httpStatus, detail }) => [call, outcome, httpStatus, detail])

test('a file that comes is kept below its month, and no longer wanted', async () => {
  const { till, archive, fetches } = aStampedSale()
  till.passes(100)
  expect(await fetches(file)).toEqual(file)

  const sha256 = createHash('sha256').update(PDF).digest('hex')
  const kept = {
    kind: 'ticket' as const,
    path: `2026/11/${REF}.${sha256.slice(0, 8)}.ticket.pdf`,
    sha256,
    bytes: PDF.byteLength,
    fetchedAt: NOW + 100,
  }
  expect(till.stores.files.list(REF)).toEqual([{ ...kept, externalRef: REF }])
  expect(archive.read(kept)).toEqual(PDF)
  expect(till.stores.files.wanted(REF, 'ticket')).toBeNull()
  expect(till.stores.files.wanted(REF, 'json')).toEqual({ externalRef: REF, kind: 'json', dueAt: NOW, tries: 0 })
  expect(attempts(till)).toEqual([
    ['post', 'stamped', 200, ''],
    ['ticket', 'file', 200, sha256],
  ])
})

test('a file that does not come stays wanted, later each time', async () => {
  const { till, fetches } = aStampedSale()
  await fetches(notAvailable)
  expect(till.stores.files.wanted(REF, 'ticket')).toEqual({
    externalRef: REF,
    kind: 'ticket',
    dueAt: NOW + 500,
    tries: 1,
  })
  await fetches(notAvailable)
  expect(till.stores.files.wanted(REF, 'ticket')).toEqual({
    externalRef: REF,
    kind: 'ticket',
    dueAt: NOW + 1000,
    tries: 2,
  })
  expect(attempts(till)).toEqual([
    ['post', 'stamped', 200, ''],
    ['ticket', 'not_available', 404, 'no existe'],
    ['ticket', 'not_available', 404, 'no existe'],
  ])
})

test('a file that the API does not have for days is asked for every few hours, and never given up', async () => {
  const { till, fetches } = aStampedSale()
  for (let tries = 0; tries < 40; tries += 1) await fetches(notAvailable)
  expect(till.stores.files.wanted(REF, 'ticket')).toMatchObject({ tries: 40, dueAt: NOW + 2 * 3_600_000 })
  await fetches(file)
  expect(till.stores.files.wanted(REF, 'ticket')).toBeNull()
})

test('a line that was down for long costs no try', async () => {
  const { till, fetches } = aStampedSale()
  for (let tries = 0; tries < 20; tries += 1) await fetches(unreachable)
  expect(till.stores.files.wanted(REF, 'ticket')).toMatchObject({ tries: 0 })
})

test('a kept file that is gone from the disk is wished for again, and fetched to where it was', async () => {
  const { till, archive, fetches } = aStampedSale()
  await fetches(file)
  const [kept] = till.stores.files.list(REF)
  if (!kept) throw new Error('nothing kept')
  rmSync(path.join(till.folder, 'files', kept.path))
  expect(archive.read(kept)).toBeNull()

  wantAgain(till)(REF, 'ticket')
  wantAgain(till)(REF, 'ticket')
  expect(till.stores.files.wanted(REF, 'ticket')).toMatchObject({ tries: 0, dueAt: NOW })
  await fetches(file)
  expect(archive.read(kept)).toEqual(PDF)
})
