import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { call } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '#simulator/start-simulator.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'
import { manualClock } from '#support/manual-clock.ts'
import { readZip } from '#support/read-zip.ts'

const DAY_MS = 86_400_000

/** A till and a service that live by the same clock: Friday, 2026-11-20. */
const aNovember = async (): Promise<Till> => {
  const clock = manualClock()
  const simulator = await startSimulator({ rateLimits: 'none', now: clock.now })
  onTestFinished(() => simulator.close())
  return aTill({ simulator, clock })
}

const exports = async (till: Till, month: string) => {
  const exported = await call(till.engine.router.documents.exportMonth, { month })
  if (!exported.ok) throw new Error(exported.error.code)
  const entries = readZip(exported.value.file)
  const [header = '', ...rows] = (entries.get('indice.csv')?.toString('utf8') ?? '').trimEnd().split('\r\n')
  return { ...exported.value, header, rows: rows.map((row) => row.split(',')), entries }
}

const named = (till: Till, ref: string) =>
  Object.fromEntries(
    till.engine.stores.files.list(ref).map(({ kind, path: kept }) => [kind, path.posix.basename(kept)]),
  )

test('a month is one ZIP of every kept file, and an index that tells what each document is and their hashes', async () => {
  const till = await aNovember()
  const first = till.sells(
    coffee().for({ name: 'Ana Ramírez, «La Ceiba»', document: { type: '13', number: '01234567-8' } }),
  )
  const second = till.sells(aCart().with('Azúcar', { price: '2.45' }))
  await till.sendsEverything()
  expect(till.engine.cancelDocument(second.externalRef, 'se equivocó')).toMatchObject({ ok: true })
  till.engine.documentChanged(second.externalRef)
  await till.sendsEverything()

  const month = await exports(till, '2026-11')
  expect(month).toMatchObject({
    documents: 2,
    files: 4,
    missing: 0,
    file: expect.stringMatching(/T01-C01-2026-11\.zip$/),
  })
  expect(month.header).toBe(
    '\u{FEFF}Fecha,Tipo,Referencia,Número de control,Código de generación,Sello de recepción,Estado,Cliente,NIT o DUI,NRC,Neto,IVA,Total,Retenido,Documento de origen,Archivos,SHA-256,Faltantes',
  )
  const facts = till.engine.stores.documents.find(first.externalRef)?.facts
  const files = till.engine.stores.files.list(first.externalRef)
  expect(month.entries.get('indice.csv')?.toString('utf8').split('\r\n')[1]).toBe(
    [
      '2026-11-20',
      '01',
      first.externalRef,
      facts?.controlNumber,
      facts?.generationCode,
      facts?.receptionStamp,
      'Emitido',
      '"Ana Ramírez, «La Ceiba»"',
      '01234567-8',
      '',
      '9.73',
      '1.27',
      '11.00',
      '0.00',
      '',
      files.map(({ path: kept }) => `01/${path.posix.basename(kept)}`).join(' | '),
      files.map(({ sha256 }) => sha256).join(' | '),
      '',
    ].join(','),
  )
  expect(month.rows[1]?.slice(6, 7)).toEqual(['Anulado'])
  const hashes = [...month.entries].flatMap(([name, bytes]) =>
    name === 'indice.csv' ? [] : [createHash('sha256').update(bytes).digest('hex')],
  )
  expect(hashes.sort()).toEqual([...till.engine.stores.files.all()].map(({ sha256 }) => sha256).sort())
  expect((await exports(till, '2026-10')).entries.size).toBe(1)
})

test('a document is one of the month that it counts for, not of that of its sale', async () => {
  const till = await aNovember()
  till.clock.advance(10 * DAY_MS)
  till.simulator.setControls({ shopOffline: true })
  const late = till.sells(coffee())
  await till.worksFor(60_000)
  till.clock.advance(DAY_MS)
  till.simulator.setControls({ shopOffline: false })
  await till.sendsEverything()
  const refs = async (month: string) => (await exports(till, month)).rows.map(([date, , ref]) => [date, ref])
  expect(late.businessDate).toBe('2026-11-30')
  expect([await refs('2026-11'), await refs('2026-12')]).toEqual([[], [['2026-12-01', late.externalRef]]])
})

test('what is not here any more is said to be missing, and wished for again', async () => {
  const till = await aNovember()
  const sale = till.sells(coffee())
  await till.sendsEverything()
  const ticket = till.engine.stores.files.find(sale.externalRef, 'ticket')
  rmSync(path.join(till.folder, 'files', ticket?.path ?? ''))

  const month = await exports(till, '2026-11')
  expect([month.files, month.missing, month.rows[0]?.at(-1)]).toEqual([1, 1, 'ticket'])
  await till.sendsEverything()
  expect(await exports(till, '2026-11')).toMatchObject({ files: 2, missing: 0 })
})

test('a document in contingency has no signed JSON yet: it is said to be missing, and not asked for', async () => {
  const till = await aNovember()
  till.simulator.setControls({ mh: 'down' })
  const sale = till.sells(coffee())
  await till.worksFor(5_000)
  const month = await exports(till, '2026-11')
  expect(month.rows[0]?.at(-1)).toBe('json')
  expect(month.rows[0]?.at(6)).toBe('En contingencia')
  expect(till.engine.stores.files.wanted(sale.externalRef, 'json')).toBeNull()
})

test('letters of invoices come where somebody asks for them, and are in the month from then on', async () => {
  const till = await aNovember()
  const sale = till.sells(coffee())
  await till.sendsEverything()
  const wished = await call(till.engine.router.documents.fetchMonth, { month: '2026-11' })
  expect(wished).toEqual({ ok: true, value: { wished: 1 } })
  await till.sendsEverything()
  const { entries } = await exports(till, '2026-11')
  expect(entries.has(`01/${named(till, sale.externalRef).invoice}`)).toBe(true)
})

test('a credit note that the API made by itself is a row of its own, with its files', async () => {
  const till = await aNovember()
  const taxpayer = { nit: '06141503851010', nrc: '1234567', contributor: 1 as const }
  const sale = till.sells({ ...coffee().for({ name: 'Ferretería Sol', taxpayer }), docType: '03' })
  await till.sendsEverything()
  till.clock.advance(4 * DAY_MS)
  expect(till.engine.cancelDocument(sale.externalRef, 'devolución')).toMatchObject({ ok: true })
  till.engine.documentChanged(sale.externalRef)
  await till.sendsEverything()

  const { rows, entries } = await exports(till, '2026-11')
  const note = till.engine.stores.documents.find(sale.externalRef)?.automaticNote
  const { note_invoice, note_json } = named(till, sale.externalRef)
  expect(rows.map((row) => [row[0], row[1], row[3], row[6], row[14]])).toEqual([
    ['2026-11-20', '03', expect.stringMatching(/^DTE-03-/), 'Con nota de crédito del servicio', ''],
    ['2026-11-24', '05', note?.controlNumber, 'Nota del servicio', sale.externalRef],
  ])
  expect([entries.has(`05/${note_invoice}`), entries.has(`05/${note_json}`)]).toEqual([true, true])
})

test('where it cannot be written nothing is left of it', async () => {
  const till = await aNovember()
  till.sells(coffee())
  await till.sendsEverything()
  writeFileSync(path.join(till.folder, 'exports'), '')
  expect(await call(till.engine.router.documents.exportMonth, { month: '2026-11' })).toMatchObject({
    ok: false,
    error: { code: 'export_failed' },
  })
  rmSync(path.join(till.folder, 'exports'))
  const { file } = await exports(till, '2026-11')
  expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)])
})

test('a month that is none is refused by the contract', async () => {
  const till = await aNovember()
  await expect(call(till.engine.router.documents.exportMonth, { month: '2026-13' })).rejects.toThrow('Input validation')
})
