import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { restoreTill } from '#engine/rescue/restore-till.ts'
import { aCart, coffee } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'
import { damage } from '../integration/sqlite/damage.ts'
import { successOf } from '../unit/application/returning/a-stamped-sale.ts'
import { aTaxpayer } from '../unit/domain/a-customer.ts'
import { aLineOf } from '../unit/domain/a-line.ts'

const MACHINE = 'this-machine'
const databaseOf = (till: Till): string => path.join(till.folder, 'till.db')

const backedUp = async (till: Till): Promise<string> => successOf(await till.engine.backups.make()).file

/** Its data gone bad, it goes on from the backup, and everything comes to its end. */
const goesOnFrom = async (till: Till, backup: string, spoil: (file: string) => void): Promise<Till> => {
  till.engine.saleBook.follow()
  await till.engine.stop()
  till.simulator.setControls({ shopOffline: false })
  spoil(databaseOf(till))
  successOf(await restoreTill({ dataFolder: till.folder, backup, machine: MACHINE, clock: till.clock }))
  const restored = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock, machine: MACHINE })
  await restored.sendsEverything()
  return restored
}

const two = () => coffee().with('Torta', { price: '4.00' })
const ledger = (till: Till) =>
  till.simulator.ledger().map(({ docType, state, total }) => `${docType} ${state} ${total}`)

/** One piece of the sale's second line, while the shop has no internet. */
const takesBackOffline = (till: Till, { externalRef }: { readonly externalRef: string }): void => {
  till.simulator.setControls({ shopOffline: true })
  const parts = [{ position: 1, quantity: 1_000 }]
  successOf(till.engine.returnGoods({ externalRef, parts, reason: 'devolución', attemptId: 'press' }))
}

const HOW: readonly [string, (file: string) => void][] = [
  ['can be read but for its header', (file) => damage(file).zeroesHeader()],
  ['is gone, and only the second record has the sales', (file) => rmSync(file)],
]

test.each(HOW)('a partial return made after the backup comes to its end where the database %s', async (_, spoil) => {
  const till = await aTill()
  const sale = till.sells(two())
  await till.sendsEverything()
  const backup = await backedUp(till)
  takesBackOffline(till, sale)
  const restored = await goesOnFrom(till, backup, spoil)
  expect(ledger(till)).toEqual(['01 cancelled 15.00', '01 stamped 11.00'])
  expect(restored.engine.verify()).toEqual([])
})

test.each(HOW)('so does one of a sale that is newer than the backup itself where it %s', async (_, spoil) => {
  const till = await aTill()
  till.sells(coffee())
  await till.sendsEverything()
  const backup = await backedUp(till)
  const sale = till.sells(two())
  await till.sendsEverything()
  takesBackOffline(till, sale)
  const restored = await goesOnFrom(till, backup, spoil)
  expect(ledger(till)).toEqual(['01 stamped 11.00', '01 cancelled 15.00', '01 stamped 11.00'])
  expect(restored.engine.verify()).toEqual([])
})

test.each(HOW)('a withheld CCF, its note and a purchase are brought over whole where it %s', async (_, spoil) => {
  const till = await aTill()
  till.sells(coffee())
  await till.sendsEverything()
  const backup = await backedUp(till)
  const complete = (docType: '03' | '14', lines: readonly ReturnType<typeof aLineOf>[], paid: number) =>
    successOf(
      till.engine.completeSale(
        {
          docType,
          lines,
          customer: docType === '03' ? aTaxpayer() : { ...aTaxpayer(), document: { type: '13', number: '01234567-8' } },
        },
        [{ method: '05', amount: paid }],
        `press-${docType}`,
      ),
    )
  const ccf = complete('03', [aLineOf(11_300), aLineOf(11_300)], 22_400)
  complete('14', [{ ...aLineOf(6_000), isService: true }], 5_400)
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  successOf(
    till.engine.creditSale({
      externalRef: ccf.externalRef,
      parts: [{ position: 0, quantity: 1_000 }],
      reason: 'devolución',
      method: '05',
      attemptId: 'press-note',
    }),
  )
  const restored = await goesOnFrom(till, backup, spoil)
  expect(ledger(till)).toEqual(['01 stamped 11.00', '03 stamped 226.00', '14 stamped 60.00', '05 stamped 113.00'])
  expect(restored.engine.verify()).toEqual([])
  expect(restored.engine.documentDetail(ccf.externalRef)).toMatchObject({
    reportedWithheld: 200,
    left: [0, 1_000],
    about: [{ relation: 'credits', docType: '05', state: 'stamped', total: 11_300 }],
  })
})

test('what was withdrawn stays so after a restore, and what was sold beside it goes on', async () => {
  const till = await aTill()
  const sale = till.sells(aCart().with('Café', { price: '5.50', quantity: '2' }))
  await till.sendsEverything()
  successOf(
    till.engine.returnGoods({
      externalRef: sale.externalRef,
      parts: [{ position: 0, quantity: 1_000 }],
      reason: 'devolución',
      attemptId: 'press',
    }),
  )
  till.simulator.setControls({ clockOffsetMs: 200 * 86_400_000 })
  await till.sendsEverything()
  const backup = await backedUp(till)
  till.sells(coffee())
  const restored = await goesOnFrom(till, backup, (file) => damage(file).zeroesHeader())
  expect(ledger(till)).toEqual(['01 stamped 11.00', '01 stamped 11.00'])
  expect(restored.engine.documentList.counts()).toMatchObject({ stamped: 2, withdrawn: 1 })
  expect(restored.engine.verify()).toEqual([])
})
