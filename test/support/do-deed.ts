import type { Refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { pricedLines } from '#domain/sale/sale.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import type { Engine } from '#engine/create-engine.ts'
import type { Deed } from './every-act.ts'
import type { SoldFacts } from './till-messages.ts'

const REASON = 'El cliente lo devolvió'
const CASH = '01'

const soldFacts = ({
  externalRef,
  totals,
}: {
  readonly externalRef: string
  readonly totals: { readonly total: number }
}): SoldFacts => ({ externalRef, total: totals.total })

type Done = Result<SoldFacts | null, Refusal>
type Doings = {
  readonly [Act in Deed['act']]: (engine: Engine, deed: Extract<Deed, { act: Act }>, attemptId: string) => Done
}

/** The smallest part of a line that is not all of it: of pieces one, of what is weighed half. */
const partIn = (engine: Engine, externalRef: string) => {
  const quantity = engine.stores.sales.find(externalRef)?.lines[0]?.quantity ?? 1_000
  return [{ position: 0, quantity: quantity > 1_000 ? 1_000 : Math.ceil(quantity / 2) }]
}

/** A note over these parts of it; over all that is left of it where they are null. */
const credits = (
  engine: Engine,
  externalRef: string,
  parts: ReturnType<typeof partIn> | null,
  attemptId: string,
): Done => {
  const note = engine.creditSale({ externalRef, parts, reason: REASON, method: CASH, attemptId })
  return note.ok ? ok(soldFacts(note.value)) : note
}

const DOINGS: Doings = {
  sell: (engine, { sale }, attemptId) => {
    const { total } = totalsOf(pricedLines(sale), sale.docType)
    const sold = engine.completeSale(sale, [{ method: CASH, amount: Math.ceil(total / 500) * 500 }], attemptId)
    return sold.ok ? ok(soldFacts(sold.value)) : sold
  },
  credit: (engine, { externalRef }, attemptId) => credits(engine, externalRef, partIn(engine, externalRef), attemptId),
  creditWhole: (engine, { externalRef }, attemptId) => credits(engine, externalRef, null, attemptId),
  returnPart: (engine, { externalRef }, attemptId) => {
    const parts = partIn(engine, externalRef)
    const returned = engine.returnGoods({ externalRef, parts, reason: REASON, attemptId })
    return returned.ok ? ok(soldFacts(returned.value.rest)) : returned
  },
  cancel: (engine, { externalRef }) => {
    const cancelled = engine.cancelDocument(externalRef, REASON)
    return cancelled.ok ? ok(null) : cancelled
  },
}

/** Does it at the till, one press of it; answers with the document that came of it, if any did. */
export const doDeed = (engine: Engine, deed: Deed, attemptId: string): Done => {
  const doing = DOINGS[deed.act] as (engine: Engine, deed: Deed, attemptId: string) => Done
  const done = engine.guardDisk(() => doing(engine, deed, attemptId))
  if (!done.ok) return done
  for (const ref of ['externalRef' in deed ? deed.externalRef : null, done.value?.externalRef ?? null])
    if (ref !== null) engine.documentChanged(ref)
  return done
}

/**
 * What a person does with a document that was rejected: another e-mail address for whoever it names; what names nobody of its own goes out again as it
 * is.
 */
export const sendAnew = (engine: Engine, externalRef: string, email: string): Result<null, Refusal> => {
  const document = engine.stores.documents.find(externalRef)
  const customer = document?.customer ?? { name: 'Cliente de Prueba', document: null, phone: null }
  const corrected = engine.correctAndResend(externalRef, { ...customer, email })
  const done = corrected.ok
    ? ok(null)
    : document?.docType === '05' && document.state === 'rejected'
      ? engine.retryNow(externalRef)
      : fail(corrected.error)
  if (done.ok) engine.documentChanged(externalRef)
  return done
}
