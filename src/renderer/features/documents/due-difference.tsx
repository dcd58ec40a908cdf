import { useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type DueDifferenceProps = { readonly document: DocumentDetailView; readonly refresh: () => void }

/** What was paid above or short of what is due, now that the API told what it withheld: handed over in cash, or left as a balance. */
export const DueDifference = ({ document, refresh }: DueDifferenceProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { externalRef, docType, dueDifference, dueSettlement } = document
  if (dueSettlement)
    return (
      <Notice kind="info">
        {text(`after.due_settled_${dueSettlement.how}`, { amount: dollars(Math.abs(dueSettlement.difference)) })}
      </Notice>
    )
  if (dueDifference === 0) return null

  const { flow } = TRAITS[docType]
  const isOver = dueDifference > 0
  const comesIn = (flow === 'in') !== isOver
  const settle = async (how: 'cash' | 'credit') => {
    setBusy(true)
    const answer = await ask(client.documents.settleDue({ externalRef, how }))
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    refresh()
  }
  return (
    <Notice kind="attention">
      {text(`after.due_${isOver ? 'over' : 'short'}_${flow}`, { amount: dollars(Math.abs(dueDifference)) })}
      <div className="detail-actions">
        <Button icon="cash" disabled={isBusy} onClick={() => settle('cash')}>
          {text(comesIn ? 'after.due_cash_take' : 'after.due_cash_give')}
        </Button>
        <Button disabled={isBusy} onClick={() => settle('credit')}>
          {text('after.due_credit')}
        </Button>
      </div>
      {refused && <p role="alert">{sentence(refused)}</p>}
    </Notice>
  )
}
