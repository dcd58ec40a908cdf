import { expect, onTestFinished, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'

const textOf = (till: Till): string => (till.printer?.papers() ?? []).map(({ text }) => text).join('\n')

const papersOf = (till: Till) =>
  [...till.engine.stores.printJobs.list(50)].reverse().map(({ paper, state, copy }) => ({ paper, state, copy }))

test('an issued sale prints the official ticket, once, as a picture', async () => {
  const till = await aTill({ prints: true })
  till.sells(coffee())
  await till.worksFor(2_000)
  expect(papersOf(till)).toEqual([{ paper: 'ticket', state: 'printed', copy: 1 }])
  const [paper, ...others] = till.printer?.papers() ?? []
  expect({ others, isCut: paper?.isCut, unknown: paper?.unknown }).toEqual({ others: [], isCut: true, unknown: [] })
  expect(paper?.bitmap.height).toBeGreaterThan(1_000)
})

test('a shop offline gives the slip, which says that it is no fiscal document', async () => {
  const till = await aTill({ prints: true, apiUrl: 'http://127.0.0.1:9/api/connect' })
  const sale = till.sells(coffee())
  await till.worksFor(1_000)
  expect(papersOf(till)).toEqual([{ paper: 'slip', state: 'printed', copy: 1 }])
  expect(textOf(till)).toContain('COMPROBANTE DE VENTA')
  expect(textOf(till)).toContain('NO ES DOCUMENTO FISCAL')
  expect(textOf(till)).toContain(sale.externalRef)
})

test('an answer that takes longer than the counter waits gives the slip, and the official ticket later is no reprint', async () => {
  const till = await aTill({ prints: true })
  till.simulator.setControls({ failNext: { count: 4, status: 503 } })
  const sale = till.sells(coffee())
  await till.worksFor(7_000)
  expect(papersOf(till)).toEqual([{ paper: 'slip', state: 'printed', copy: 1 }])

  await till.sendsEverything()
  till.engine.stores.printJobs.insert(sale.externalRef, till.clock.now(), till.clock.now())
  till.engine.queue.wake()
  await till.engine.queue.idle()
  expect(papersOf(till).at(-1)).toEqual({ paper: 'ticket', state: 'printed', copy: 1 })
})

test('the second ticket of a sale says REIMPRESIÓN', async () => {
  const till = await aTill({ prints: true })
  const sale = till.sells(coffee())
  await till.worksFor(2_000)
  till.engine.stores.printJobs.insert(sale.externalRef, till.clock.now(), till.clock.now())
  till.engine.queue.wake()
  await till.engine.queue.idle()
  expect(papersOf(till).at(-1)).toEqual({ paper: 'ticket', state: 'printed', copy: 2 })
  expect(textOf(till)).toContain('REIMPRESIÓN 2')
})

test('an issued document whose PDF cannot be had in time prints the same facts as text, with the QR', async () => {
  const till = await aTill({ prints: true, concurrency: 1 })
  till.simulator.setControls({ mh: 'down' })
  const sale = till.sells(coffee())
  const issued = till.engine.events.subscribe('till', (event) => {
    if (event.kind === 'document' && event.document.state === 'contingency')
      till.simulator.setControls({ failNext: { count: 1_000, status: 500 } })
  })
  onTestFinished(issued)
  await till.worksFor(8_000)
  expect(papersOf(till)).toEqual([{ paper: 'text_ticket', state: 'printed', copy: 1 }])
  const facts = till.engine.documentDetail(sale.externalRef)
  expect(textOf(till)).toContain('TRANSMISIÓN POR CONTINGENCIA')
  expect(textOf(till)).toContain(facts?.controlNumber)
  expect(till.printer?.papers()[0]?.qrs[0]).toContain(`codGen=${facts?.generationCode}`)
})

test('a printer that is off fails the job, and the sale stands', async () => {
  const till = await aTill({ prints: true })
  await till.printer?.close()
  const sale = till.sells(coffee())
  await till.worksFor(2_000)
  expect(till.engine.stores.printJobs.latest(sale.externalRef)).toMatchObject({
    state: 'failed',
    code: 'printer_unreachable',
  })
  expect(till.stateOf(sale)).toBe('stamped')
})

test('a paper that was printing when the program stopped is unknown, and its next copy says so', async () => {
  const till = await aTill({ prints: true })
  const sale = till.sells(coffee())
  const job = till.engine.stores.printJobs.latest(sale.externalRef)
  if (!job) throw new Error('no print job')
  till.engine.stores.printJobs.update({ ...job, state: 'printing', paper: 'ticket' })
  await till.engine.stop()

  const restarted = await aTill({ prints: true, folder: till.folder, simulator: till.simulator, clock: till.clock })
  expect(restarted.engine.stores.printJobs.find(job.jobId)).toMatchObject({ state: 'unknown' })
  await restarted.sendsEverything()
  restarted.engine.stores.printJobs.insert(sale.externalRef, till.clock.now(), till.clock.now())
  restarted.engine.queue.wake()
  await restarted.engine.queue.idle()
  expect(restarted.engine.stores.printJobs.latest(sale.externalRef)).toMatchObject({ state: 'printed', copy: 2 })
})
