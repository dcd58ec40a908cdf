import { useState } from 'react'
import type { DocumentDetailView, DocumentSummaryView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import type { Cents } from '#domain/money/decimal.ts'
import { ask } from './ask.ts'
import { useEngine } from './engine.ts'

type Settled = NonNullable<DocumentDetailView['dueSettlement']>
export type SettleHow = Settled['how']

type Difference = {
  /** Above 0 in favour of who paid. */
  readonly amount: Cents
  readonly flow: 'in' | 'out'
  /** Whether settling it in cash takes money out of the drawer: too much of what came in, or too little of what went out. */
  readonly isGiven: boolean
}

const differenceOf = (docType: DocumentSummaryView['docType'], amount: Cents): Difference => {
  const { flow } = TRAITS[docType]
  return { amount, flow, isGiven: amount > 0 === (flow === 'in') }
}

/** What was paid above or short of what is due, once the API told what it withheld: settled by a person, in cash or as a credit, once. */
export const useSettleDue = (document: DocumentSummaryView, known: Settled | null, onSettled: () => void) => {
  const { client } = useEngine()
  const [noted, setNoted] = useState<Settled | null>(null)
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { docType, dueDifference, externalRef } = document
  const settled = known ?? noted

  const settle = async (how: SettleHow) => {
    if (dueDifference === 0 || isBusy || settled !== null) return
    setBusy(true)
    const answer = await ask(client.documents.settleDue({ externalRef, how }))
    // Another screen may have settled it first, the other way: what is shown is what was noted.
    const found = answer.ok ? await ask(client.documents.get({ externalRef })) : answer
    setBusy(false)
    setRefused(found.ok ? null : found.error)
    if (!found.ok) return
    setNoted(found.value.dueSettlement)
    onSettled()
  }
  return {
    difference: differenceOf(docType, settled?.difference ?? dueDifference),
    settled,
    refused,
    isBusy,
    settle,
  }
}
