import { expect, test } from 'vitest'
import type { PrintJob } from '#application/ports/stores.ts'
import { printWaiting } from '#application/printing/print-waiting.ts'
import { coffee } from '#support/a-cart.ts'
import { aTill } from '#support/a-till.ts'

test('a paper that came out and could not be written down is never called failed: it stays printing, and is unknown at the next start', async () => {
  const till = await aTill()
  const { stores, clock, composePaper } = till.engine
  const sale = till.sells(coffee())
  const { jobId } = stores.printJobs.insert(sale.externalRef, clock.now(), clock.now())
  const full = (job: PrintJob): void => {
    if (job.state === 'printed') throw new Error('disk full')
    stores.printJobs.update(job)
  }
  const print = printWaiting({
    stores: { ...stores, printJobs: { ...stores.printJobs, update: full } },
    clock,
    printer: () => ({ print: async () => ({ kind: 'printed' }), status: async () => ({ kind: 'ready' }) }),
    compose: composePaper,
    lineDown: () => true,
    changed: () => undefined,
    trouble: () => undefined,
  })

  await expect(print()).rejects.toThrow('disk full')

  expect(stores.printJobs.find(jobId)).toMatchObject({ state: 'printing', copy: 1 })
  stores.printJobs.interrupt(clock.now())
  expect(stores.printJobs.find(jobId)).toMatchObject({ state: 'unknown' })
})
