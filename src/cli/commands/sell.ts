import { randomUUID } from 'node:crypto'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { readCart } from '../read-cart.ts'
import { readJson } from '../read-input.ts'
import { dollars } from '../show.ts'
import { waitUntil } from '../wait-until.ts'

/** Outcomes that nothing but a person changes. */
const SETTLED: readonly string[] = ['stamped', 'contingency', 'rejected', 'refused', 'alarm']

/** Of the line: no waiting helps. */
const HOPELESS: readonly string[] = ['no_key', 'key_refused', 'issuer_refused']

/** Saves one sale; with `waitSeconds` it also waits for the fiscal outcome, sending by itself where no other process does. */
export const sell = async (engine: Engine, file: string, waitSeconds: number | null): Promise<Done> => {
  const input = readJson(file)
  if (!input.ok) return refused(input.error)
  const cart = readCart(input.value, engine.catalogue.find)
  if (!cart.ok) return refused(cart.error)
  const sold = engine.guardDisk(() => engine.completeSale(cart.value.sale, cart.value.tenders, randomUUID()))
  if (!sold.ok) return refused(sold.error)
  const { externalRef, totals, settlement } = sold.value
  const stateNow = () => engine.documentList.summary(externalRef)?.state ?? 'pending'
  if (waitSeconds !== null) {
    const isHopeless = () => HOPELESS.includes(engine.line.state()) || engine.environmentGuard.stopped() !== null
    await waitUntil(() => {
      engine.startSending()
      return SETTLED.includes(stateNow()) || isHopeless()
    }, waitSeconds * 1000)
  }
  const sale = {
    external_ref: externalRef,
    total: dollars(totals.total),
    change: dollars(settlement.change),
    state: stateNow(),
  }
  return done(sale, [
    `${sale.external_ref}  total ${sale.total.toFixed(2)}  vuelto ${sale.change.toFixed(2)}  ${sale.state}`,
  ])
}
