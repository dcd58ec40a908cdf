import type { DocumentSummaryView } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { dueWords } from '../../ui/due-words.ts'
import { Icon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import type { SettleHow, useSettleDue } from '../../ui/use-settle-due.ts'

/** The keys that settle it, as the buttons print them. */
export const SETTLE_KEYS: Readonly<Record<string, SettleHow>> = { F2: 'cash', F4: 'credit' }

type DueDifferenceProps = ReturnType<typeof useSettleDue> & { readonly document: DocumentSummaryView }

/** The difference of a sale that was just charged, as large as the change. */
export const DueDifference = ({ document, ...due }: DueDifferenceProps) => {
  const { difference, settled, refused, settle } = due
  const text = useText()
  const sentence = useSentence()
  const words = dueWords(due)
  const amount = dollars(Math.abs(difference.amount))
  if (settled)
    return (
      <p className="due-settled" role="status">
        <Icon name="check" />
        {text(words.settled, { amount })}
      </p>
    )
  if (difference.amount === 0) return null
  return (
    <section className="due-difference" aria-live="polite">
      <p className="due-amount">
        {text(words.title)}
        <strong data-testid="due-difference">{amount}</strong>
        <small>{text(words.why, { withheld: dollars(document.reportedWithheld ?? 0) })}</small>
      </p>
      {refused && <Notice kind="error">{sentence(refused)}</Notice>}
      <div className="due-actions">
        <Button large icon="cash" shortcut="F2" onClick={() => settle('cash')}>
          {text(words.cash)}
        </Button>
        <Button large icon="clock" shortcut="F4" onClick={() => settle('credit')}>
          {text(words.credit)}
        </Button>
      </div>
    </section>
  )
}
