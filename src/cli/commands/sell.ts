import { randomUUID } from 'node:crypto'
import type { CounterType } from '#domain/document/document-type.ts'
import { knownWithheld } from '#domain/document/known-withheld.ts'
import { moneyText } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { catalogNames } from '../catalog-names.ts'
import { type Done, done, refused } from '../command.ts'
import { originWords } from '../document-words.ts'
import { dueWords, handedOverWords } from '../money-words.ts'
import { readCart } from '../read-cart.ts'
import { readJson } from '../read-input.ts'
import { dollars } from '../show.ts'
import { waitUntil } from '../wait-until.ts'

/** Outcomes that nothing but a person changes. */
const SETTLED: readonly string[] = ['stamped', 'contingency', 'rejected', 'refused', 'alarm']

/** Of the line: no waiting helps. */
const HOPELESS: readonly string[] = ['no_key', 'key_refused', 'issuer_refused']

/**
 * Saves one sale, or with `as` a purchase; with `waitSeconds` it also waits for the fiscal outcome, sending by itself where no other process
 * does.
 */
export const sell = async (
  engine: Engine,
  file: string,
  waitSeconds: number | null,
  as?: CounterType,
): Promise<Done> => {
  const input = readJson(file)
  if (!input.ok) return refused(input.error)
  const cart = readCart(input.value, engine.catalogue.find, catalogNames(engine))
  if (!cart.ok) return refused(cart.error)
  const { sale: given, tenders } = cart.value
  if (as && given.docType && given.docType !== as)
    return refused(refusal('cart_invalid', 'doc_type', { detail: `must be ${as} here` }))
  const open = as ? { ...given, docType: as } : given
  const sold = engine.guardDisk(() => engine.completeSale(open, tenders, randomUUID()))
  return sold.ok ? await told(engine, sold.value, waitSeconds) : refused(sold.error)
}

type CompletedSale = Extract<ReturnType<Engine['completeSale']>, { readonly ok: true }>['value']

/** What was saved, once its outcome is known or waited for long enough. */
export const told = async (engine: Engine, saved: CompletedSale, waitSeconds: number | null): Promise<Done> => {
  const { externalRef, docType, totals, settlement } = saved
  const stateNow = () => engine.documentList.summary(externalRef)?.state ?? 'pending'
  if (waitSeconds !== null) {
    const isHopeless = () => HOPELESS.includes(engine.line.state()) || engine.environmentGuard.stopped() !== null
    await waitUntil(() => {
      engine.startSending()
      return SETTLED.includes(stateNow()) || isHopeless()
    }, waitSeconds * 1000)
  }
  const summary = engine.documentList.summary(externalRef)
  const difference = summary?.dueDifference ?? 0
  const withheld = knownWithheld(saved, summary?.reportedWithheld ?? null)
  const sale = {
    external_ref: externalRef,
    doc_type: docType,
    total: dollars(totals.total),
    withheld: dollars(withheld),
    change: dollars(settlement.change),
    due_difference: dollars(difference),
    state: stateNow(),
  }
  const money = [
    `total ${moneyText(totals.total)}`,
    ...(withheld === 0 ? [] : [`retenido ${moneyText(withheld)}`]),
    handedOverWords(docType, settlement),
  ]
  return done(sale, [
    [externalRef, docType, ...money, sale.state].join('  '),
    ...[...originWords(summary?.origin ?? null), ...dueWords(docType, difference)].map((words) => `  ${words}`),
  ])
}
