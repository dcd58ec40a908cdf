import { useState } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import type { Cents } from '#domain/money/decimal.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { useEngine } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type How = 'cash' | 'credit'
type Settled = { readonly how: How; readonly difference: Cents }

/** Whether it leaves the drawer: too much of what came in, or too little of what went out. */
const isGiven = (difference: Cents, isOut: boolean): boolean => difference > 0 !== isOut

/** The keys that settle it, as the buttons print them. */
export const SETTLE_KEYS: Readonly<Record<string, How>> = { F2: 'cash', F4: 'credit' }

/** What was paid above or short of what is due, once the API told what it withheld: settled by a person, in cash or as a credit. */
export const useDueDifference = (document: DocumentSummaryView, onSettled: () => void) => {
  const { client } = useEngine()
  const [settled, setSettled] = useState<Settled | null>(null)
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { dueDifference: difference, externalRef } = document
  const isOut = TRAITS[document.docType].flow === 'out'

  const settle = async (how: How) => {
    if (difference === 0 || isBusy || settled !== null) return
    setBusy(true)
    const answer = await ask(client.documents.settleDue({ externalRef, how }))
    // Another screen may have settled it first, the other way: what is shown is what was noted.
    const noted = answer.ok ? await ask(client.documents.get({ externalRef })) : answer
    setBusy(false)
    setRefused(noted.ok ? null : noted.error)
    if (!noted.ok) return
    setSettled(noted.value.dueSettlement)
    onSettled()
  }
  return { document, difference, isOut, settled, refused, settle }
}

export const DueDifference = (props: ReturnType<typeof useDueDifference>) => {
  const { document, difference, isOut, settled, refused, settle } = props
  const text = useText()
  const sentence = useSentence()
  if (settled) {
    const word = settled.how === 'credit' ? 'credit' : isGiven(settled.difference, isOut) ? 'given' : 'taken'
    return (
      <p className="due-settled" role="status">
        <Icon name="check" />
        {text(`result.settled_${word}`, { amount: dollars(Math.abs(settled.difference)) })}
      </p>
    )
  }
  if (difference === 0) return null
  const withheld = dollars(document.reportedWithheld ?? 0)
  return (
    <section className="due-difference" aria-live="polite">
      <p className="due-amount">
        {text(`result.due_${difference > 0 ? 'back' : 'more'}_${isOut ? 'out' : 'in'}`)}
        <strong data-testid="due-difference">{dollars(Math.abs(difference))}</strong>
        <small>{text(difference > 0 ? 'result.due_why_over' : 'result.due_why', { withheld })}</small>
      </p>
      {refused && <Notice kind="error">{sentence(refused)}</Notice>}
      <div className="due-actions">
        <Button large icon="cash" shortcut="F2" onClick={() => settle('cash')}>
          {text(isGiven(difference, isOut) ? 'result.settle_given' : 'result.settle_taken')}
        </Button>
        <Button large icon="clock" shortcut="F4" onClick={() => settle('credit')}>
          {text('result.settle_credit')}
        </Button>
      </div>
    </section>
  )
}
