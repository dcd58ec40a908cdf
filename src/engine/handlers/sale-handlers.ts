import type { CompletedSale } from '#application/ports/stores.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import { pricedLines } from '#domain/sale/sale.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'stores' | 'documentList' | 'completeSale' | 'clock' | 'documentChanged' | 'guardDisk'>

export const saleHandlers = ({ stores, documentList, completeSale, clock, documentChanged, guardDisk }: Needs) => {
  const completedView = (sale: CompletedSale) => {
    const document = documentList.summary(sale.externalRef)
    if (!document) throw new Error(`sale without a document: ${sale.externalRef}`)
    const { saleNumber, completedAt, totals, withheld } = sale
    return { saleNumber, completedAt, totals, withheld, change: sale.settlement.change, document }
  }
  const heldView = (held: ReturnType<typeof stores.heldSales.insert>) => ({
    ...held,
    total: totalsOf(pricedLines(held.sale), held.sale.docType).total,
  })
  return {
    complete: implementer.sale.complete.handler(({ input }) => {
      const { tenders, attemptId, ...sale } = input
      const done = guardDisk(() => completeSale(sale, tenders, attemptId))
      if (!done.ok) return mutable(done)
      documentChanged(done.value.externalRef)
      return mutable(ok(completedView(done.value)))
    }),
    hold: implementer.sale.hold.handler(({ input }) =>
      mutable(guardDisk(() => ok(heldView(stores.heldSales.insert(input, clock.now()))))),
    ),
    held: implementer.sale.held.handler(() => mutable(stores.heldSales.list().map(heldView))),
    resume: implementer.sale.resume.handler(({ input }) => {
      const held = stores.heldSales.take(input.heldId)
      return mutable(held ? ok(heldView(held)) : fail(refusal('held_sale_unknown', 'held_id')))
    }),
  }
}
