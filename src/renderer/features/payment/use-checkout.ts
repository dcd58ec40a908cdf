import { useEffect, useRef, useState } from 'react'
import type { CompletedSaleView } from '#contract/sale.ts'
import type { RefusalView } from '#contract/values.ts'
import type { CreditTerm, OpenSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { ask, isUnanswered } from '../../ui/ask.ts'
import { useEngine } from '../../ui/engine.ts'
import { type Attempt, keptAttempt } from './kept-attempt.ts'

export type CheckoutStep =
  | { readonly kind: 'selling' }
  | { readonly kind: 'paying'; readonly isBusy: boolean; readonly refused: RefusalView | null }
  /** Sent and not answered: nothing else may happen to this sale, in any tab, until the same attempt is. */
  | { readonly kind: 'unresolved'; readonly isBusy: boolean; readonly refused: RefusalView | null }
  | { readonly kind: 'paid'; readonly sale: CompletedSaleView }

type ToCharge = {
  readonly isEmpty: boolean
  /** The open sale as the last tab left it, and the attempt id that belongs to it. */
  readonly latest: () => OpenSale & { readonly attemptId: string | null }
  readonly onCompleted: (attemptId: string) => void
}

const SELLING: CheckoutStep = { kind: 'selling' }
const PAYING: CheckoutStep = { kind: 'paying', isBusy: false, refused: null }
const UNRESOLVED: CheckoutStep = { kind: 'unresolved', isBusy: false, refused: null }

/** Another attempt may have taken its place meanwhile. */
const drop = ({ attemptId }: Attempt) => {
  if (keptAttempt.read()?.attemptId === attemptId) keptAttempt.write(null)
}

/** From the press of "Cobrar" to the sale on disk. An answer that may hide a sale is asked for again under the same attempt id. */
export const useCheckout = ({ isEmpty, latest, onCompleted }: ToCharge) => {
  const { client } = useEngine()
  const [step, setStep] = useState<CheckoutStep>(() =>
    keptAttempt.read() === null ? SELLING : { kind: 'unresolved', isBusy: true, refused: null },
  )

  const send = async (attempt: Attempt, from: 'paying' | 'unresolved') => {
    setStep({ kind: from, isBusy: true, refused: null })
    keptAttempt.write(attempt)
    const { attemptId, lines, tenders, ...sale } = attempt
    const charged = { ...sale, attemptId, lines: [...lines], tenders: [...tenders] }
    const answer = await ask(client.sale.complete(charged))
    if (answer.ok) {
      // In this order: were the screen to end in between, the attempt is asked about again and answers with the same sale.
      onCompleted(attemptId)
      drop(attempt)
      return setStep({ kind: 'paid', sale: answer.value })
    }
    if (isUnanswered(answer.error)) return setStep({ kind: 'unresolved', isBusy: false, refused: answer.error })
    drop(attempt)
    setStep({ kind: 'paying', isBusy: false, refused: answer.error })
  }
  const resolve = () => {
    const attempt = keptAttempt.read()
    if (attempt === null) setStep(SELLING)
    else void send(attempt, 'unresolved')
  }
  const pay = (tenders: readonly Tender[], credit: CreditTerm | null) => {
    if (keptAttempt.read() !== null) return resolve()
    const { attemptId, ...sale } = latest()
    if (attemptId === null) setStep(SELLING)
    else void send({ ...sale, ...(credit && { credit }), attemptId, tenders }, 'paying')
  }

  const atStart = useRef(resolve)
  useEffect(() => {
    if (keptAttempt.read() !== null) atStart.current()
  }, [])

  useEffect(
    () =>
      keptAttempt.onOtherTab(() => {
        const isAwaited = keptAttempt.read() !== null
        setStep((now) => {
          if (now.kind === 'paid' || (now.kind !== 'selling' && now.isBusy)) return now
          if (isAwaited) return UNRESOLVED
          return now.kind === 'unresolved' ? SELLING : now
        })
      }),
    [],
  )

  /** Another tab has sold or emptied what was about to be paid here. */
  const isGone = step.kind === 'paying' && !step.isBusy && isEmpty
  useEffect(() => {
    if (isGone) setStep(SELLING)
  }, [isGone])

  const unlessAwaited = (next: CheckoutStep) => setStep(keptAttempt.read() === null ? next : UNRESOLVED)
  return { step, begin: () => unlessAwaited(PAYING), pay, resolve, leave: () => unlessAwaited(SELLING) }
}
