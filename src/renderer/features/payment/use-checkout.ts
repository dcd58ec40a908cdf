import { useEffect, useRef, useState } from 'react'
import type { CompletedSaleView } from '#contract/sale.ts'
import type { RefusalView } from '#contract/values.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { ask, isUnanswered } from '../../ui/ask.ts'
import { useEngine } from '../../ui/engine.ts'
import { type Attempt, keepAttempt, readAttempt } from './kept-attempt.ts'

export type CheckoutStep =
  | { readonly kind: 'selling' }
  | { readonly kind: 'paying'; readonly isBusy: boolean; readonly refused: RefusalView | null }
  /** Sent and not answered: nothing else may happen to this sale until the same attempt is. */
  | { readonly kind: 'unresolved'; readonly isBusy: boolean; readonly refused: RefusalView | null }
  | { readonly kind: 'paid'; readonly sale: CompletedSaleView }

const SELLING: CheckoutStep = { kind: 'selling' }

/** From the press of "Cobrar" to the sale on disk. One attempt id from the opening of the dialog until its answer. */
export const useCheckout = (open: OpenSale, onCompleted: () => void) => {
  const { client } = useEngine()
  const [step, setStep] = useState<CheckoutStep>(() =>
    readAttempt() === null ? SELLING : { kind: 'unresolved', isBusy: true, refused: null },
  )
  const attemptId = useRef('')

  const send = async (attempt: Attempt, from: 'paying' | 'unresolved') => {
    setStep({ kind: from, isBusy: true, refused: null })
    keepAttempt(attempt)
    const answer = await ask(
      client.sale.complete({
        lines: [...open.lines],
        customer: open.customer,
        tenders: [...attempt.tenders],
        attemptId: attempt.attemptId,
      }),
    )
    if (answer.ok) {
      keepAttempt(null)
      onCompleted()
      return setStep({ kind: 'paid', sale: answer.value })
    }
    if (isUnanswered(answer.error)) return setStep({ kind: 'unresolved', isBusy: false, refused: answer.error })
    keepAttempt(null)
    if (answer.error.code !== 'unexpected') attemptId.current = crypto.randomUUID()
    setStep({ kind: 'paying', isBusy: false, refused: answer.error })
  }
  const resolve = () => {
    const attempt = readAttempt()
    if (attempt === null) setStep(SELLING)
    else void send(attempt, 'unresolved')
  }

  const atStart = useRef(resolve)
  useEffect(() => {
    if (readAttempt() !== null) atStart.current()
  }, [])

  return {
    step,
    begin: () => {
      attemptId.current = crypto.randomUUID()
      setStep({ kind: 'paying', isBusy: false, refused: null })
    },
    pay: (tenders: readonly Tender[]) => void send({ attemptId: attemptId.current, tenders }, 'paying'),
    resolve,
    leave: () => setStep(SELLING),
  }
}
