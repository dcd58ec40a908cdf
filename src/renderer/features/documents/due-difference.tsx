import type { DocumentDetailView } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { dueWords } from '../../ui/due-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { useSettleDue } from '../../ui/use-settle-due.ts'

type DueDifferenceProps = { readonly document: DocumentDetailView; readonly refresh: () => void }

/** The difference of a document of any day: still to be settled, or how it was. */
export const DueDifference = ({ document, refresh }: DueDifferenceProps) => {
  const text = useText()
  const sentence = useSentence()
  const due = useSettleDue(document, document.dueSettlement, refresh)
  const { difference, settled, refused, isBusy, settle } = due
  const words = dueWords(due)
  const amount = dollars(Math.abs(difference.amount))
  if (settled) return <Notice kind="info">{text(words.settled, { amount })}</Notice>
  if (difference.amount === 0) return null
  return (
    <Notice kind="attention">
      <p>
        {text(words.title)}: <strong>{amount}</strong>
      </p>
      <p>{text(words.why, { withheld: dollars(document.reportedWithheld ?? 0) })}</p>
      <div className="detail-actions">
        <Button icon="cash" disabled={isBusy} onClick={() => settle('cash')}>
          {text(words.cash)}
        </Button>
        <Button disabled={isBusy} onClick={() => settle('credit')}>
          {text(words.credit)}
        </Button>
      </div>
      {refused && <p role="alert">{sentence(refused)}</p>}
    </Notice>
  )
}
