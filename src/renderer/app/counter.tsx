import { useState, useSyncExternalStore } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import { sumsOf } from '#domain/sale/sums.ts'
import { CorrectDialog } from '../features/documents/correct-dialog.tsx'
import { PaymentDialog } from '../features/payment/payment-dialog.tsx'
import { ResultView } from '../features/payment/result-view.tsx'
import { UnresolvedDialog } from '../features/payment/unresolved-dialog.tsx'
import { useCheckout } from '../features/payment/use-checkout.ts'
import { createCounterSale } from '../features/sale/counter-sale.ts'
import { keptSale } from '../features/sale/kept-sale.ts'
import { SaleScreen } from '../features/sale/sale-screen.tsx'
import { useTill } from '../ui/engine.ts'

type CounterProps = {
  /** False while another screen is in front; the open sale stays on the counter. */
  readonly isShown: boolean
  readonly onDocuments: () => void
  readonly onDay: () => void
  readonly onDocument: (externalRef: string) => void
  readonly onHelp: () => void
}

/** The counter: the open sale, its payment and what came of it. */
export const Counter = ({ isShown, onDocuments, onDay, onDocument, onHelp }: CounterProps) => {
  const till = useTill()
  const [sale] = useState(() => createCounterSale(keptSale))
  const { change } = sale
  const { cart } = useSyncExternalStore(sale.subscribe, sale.current)
  const [nextTyped, setNextTyped] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState<DocumentSummaryView | null>(null)
  const { step, begin, pay, resolve, leave } = useCheckout({
    isEmpty: cart.lines.length === 0,
    latest: () => {
      const { cart: latest, attemptId } = sale.latest()
      return { lines: latest.lines, customer: latest.customer, docType: latest.docType, attemptId }
    },
    onCompleted: sale.sold,
  })

  return (
    <>
      {isShown && (
        <SaleScreen
          cart={cart}
          change={change}
          saleNumber={till?.nextSaleNumber ?? 1}
          begun={nextTyped}
          onBegun={() => setNextTyped(null)}
          onCharge={begin}
          onDocuments={onDocuments}
          onDay={onDay}
          onHelp={onHelp}
        />
      )}
      {step.kind === 'paying' && (
        <PaymentDialog sums={sumsOf(cart)} isBusy={step.isBusy} refused={step.refused} onPay={pay} onClose={leave} />
      )}
      {step.kind === 'unresolved' && (
        <UnresolvedDialog isBusy={step.isBusy} refused={step.refused} onResolve={resolve} />
      )}
      {step.kind === 'paid' && (
        <ResultView
          sale={step.sale}
          onNext={(typed) => {
            leave()
            setNextTyped((already) => (already ?? '') + typed)
          }}
          onCorrect={setCorrecting}
          onSeeDocument={({ externalRef }) => {
            leave()
            onDocument(externalRef)
          }}
        />
      )}
      {correcting && <CorrectDialog document={correcting} onClose={() => setCorrecting(null)} />}
    </>
  )
}
