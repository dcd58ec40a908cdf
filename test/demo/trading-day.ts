import type { DocumentState } from '#domain/document/document-state.ts'
import type { Simulator } from '#simulator/start-simulator.ts'
import { aCart, type Cart } from '#support/a-cart.ts'
import { type Deed, EVERY_ACT } from '#support/every-act.ts'
import type { TillProcess } from '#support/till-in-a-process.ts'
import type { SoldFacts } from '#support/till-messages.ts'
import { tradeEveryType } from './every-type.ts'

/** A document of the day, with the act that made it or took it back. */
export type Traded = SoldFacts & { readonly act: string }

export type Day = {
  readonly simulator: Simulator
  till(): TillProcess
  /** SIGKILL, then a new process on the same data. */
  killAndRestart(): Promise<void>
  say(text: string): void
}

const CARTS: readonly (() => Cart)[] = [
  () => aCart().with('Café molido Ejemplo 400 g', { price: '5.50', quantity: '2' }),
  () =>
    aCart()
      .with('Queso fresco', { price: '3.75', quantity: '0.455', unit: 'kg' })
      .with('Tortillas (paquete de 10)', { price: '1.00' }),
  () => aCart().with('Jabón de baño Ejemplo 110 g', { price: '1.00', discount: { kind: 'percent', hundredths: 1000 } }),
  () =>
    aCart().with('Detergente en polvo Demo 900 g', {
      price: '1.85',
      quantity: '3',
      discount: { kind: 'amount', cents: 25 },
    }),
  () =>
    aCart()
      .with('Tomate', { price: '1.50', quantity: '1.335', unit: 'kg' })
      .with('Papa', { price: '1.65', quantity: '2.5', unit: 'kg' }),
]

const ACT_WIDTH = Math.max(...EVERY_ACT.map(({ name }) => name.length))

const WAIT_MS = 60_000

/** Looks again and again until it holds; the day stops with a clear error when it never does. */
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const endsAt = Date.now() + WAIT_MS
  while (!(await holds())) {
    if (Date.now() > endsAt) throw new Error(`gave up waiting: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * Twenty-five invoices of one shop on one day, with everything going wrong that does go wrong, then every other type and act. Answers with what was
 * made, in order.
 */
export const tradeForADay = async (day: Day): Promise<readonly Traded[]> => {
  const { simulator } = day
  const sales: SoldFacts[] = []
  const acts = new Map<string, string>()
  const sell = async (cart: Cart = (CARTS[sales.length % CARTS.length] ?? aCart)()): Promise<SoldFacts> => {
    const sold = await day.till().sell(cart)
    sales.push(sold)
    acts.set(sold.externalRef, 'an invoice')
    day.say(`sale ${String(sales.length).padStart(2)}  ${sold.externalRef}`)
    return sold
  }
  /** Anything else that is done at a till; what comes of it is one of the day's documents, too. */
  const does = async (act: string, deed: Deed): Promise<SoldFacts | null> => {
    const made = await day.till().does(deed)
    if (made) sales.push(made)
    const externalRef = made?.externalRef ?? ('externalRef' in deed ? deed.externalRef : '')
    acts.set(externalRef, act)
    day.say(`${act.padEnd(ACT_WIDTH)}  ${externalRef}`)
    return made
  }
  const sellSome = async (count: number): Promise<readonly SoldFacts[]> => {
    const sold: SoldFacts[] = []
    for (let index = 0; index < count; index += 1) sold.push(await sell())
    return sold
  }
  const become = (sold: SoldFacts, state: DocumentState) =>
    until(`${sold.externalRef} ${state}`, async () => (await day.till().document(sold.externalRef)).state === state)
  const printed = (sold: SoldFacts) =>
    until(`a paper of ${sold.externalRef}`, async () =>
      (await day.till().papers(sold.externalRef)).some(({ state }) => state === 'printed'),
    )
  const every = async (some: readonly SoldFacts[], done: (one: SoldFacts) => Promise<void>) => {
    for (const one of some) await done(one)
  }

  day.say('08:00  Everything works')
  const morning = await sellSome(8)
  await every(morning, (one) => become(one, 'stamped'))
  await every(morning, printed)

  day.say('10:00  The answer to a sale is lost after the API registered it')
  simulator.setControls({ loseNextAnswers: 1 })
  await become(await sell(), 'stamped')

  day.say('11:00  The shop is offline; customers keep coming')
  simulator.setControls({ shopOffline: true })
  const offline = await sellSome(5)
  await every(offline, printed)
  day.say('11:30  The line is back')
  simulator.setControls({ shopOffline: false })
  await every(offline, (one) => become(one, 'stamped'))
  const [asksForTicket] = offline
  if (asksForTicket) await day.till().print(asksForTicket.externalRef)

  day.say('13:00  The Ministry does not answer: contingency')
  simulator.setControls({ mh: 'down' })
  const contingency = await sellSome(3)
  await every(contingency, (one) => become(one, 'contingency'))
  await every(contingency, printed)
  day.say('14:00  The Ministry is back')
  simulator.setControls({ mh: 'up' })
  await every(contingency, async (one) => {
    await day.till().retry(one.externalRef)
    await become(one, 'stamped')
  })

  day.say('15:00  A customer is rejected, corrected, and sent again under the same ref')
  simulator.setControls({ rejectNext: { count: 1 } })
  const named = await sell(
    aCart()
      .with('Resma carta Ejemplo', { price: '4.75', quantity: '2' })
      .for({ name: 'Cliente de Prueba', email: 'cliente@ejemplo.test' }),
  )
  await become(named, 'rejected')
  await day.till().correct(named.externalRef, {
    name: 'Cliente de Prueba',
    document: null,
    email: 'corregido@ejemplo.test',
    phone: null,
  })
  await become(named, 'stamped')

  day.say('16:00  The process is killed while it sends')
  simulator.setControls({ latencyMs: 400 })
  const cutShort = await sellSome(4)
  await until('something under way', async () => {
    const documents = await Promise.all(cutShort.map(({ externalRef }) => day.till().document(externalRef)))
    return documents.some(({ inFlight }) => inFlight)
  })
  await day.killAndRestart()
  simulator.setControls({ latencyMs: 0 })
  await every(cutShort, (one) => become(one, 'stamped'))
  await every(cutShort, printed)

  day.say('18:00  The last customers')
  const evening = await sellSome(3)
  await every(evening, (one) => become(one, 'stamped'))
  await tradeEveryType({ ...day, does, become, printed })
  await every(sales, printed)
  return sales.map((sold) => ({ ...sold, act: acts.get(sold.externalRef) ?? '' }))
}
