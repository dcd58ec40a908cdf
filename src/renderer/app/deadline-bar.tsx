import type { DeadlineView } from '#contract/till.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import { dayAfter } from '../ui/days.ts'
import { deadlineText, isAlarm } from '../ui/deadline-notices.tsx'
import { Icon } from '../ui/icons.tsx'

type DeadlineBarProps = {
  readonly deadlines: readonly DeadlineView[]
  readonly onSee: (deadline: DeadlineView) => void
}

/** The days whose documents a deadline is about, as the list of documents takes them. */
export const daysOf = (deadline: DeadlineView, now: number): { readonly from: string; readonly to: string } => {
  const today = localDate(now)
  if (deadline.kind === 'earlier_day' || deadline.kind === 'earlier_month') return { from: '', to: dayAfter(today, -1) }
  return deadline.kind === 'today' || deadline.kind === 'today_month_ends'
    ? { from: today, to: today }
    : { from: '', to: '' }
}

/** The gravest deadline, until it is seen to; the others are a click away. */
export const DeadlineBar = ({ deadlines, onSee }: DeadlineBarProps) => {
  const text = useText()
  const [gravest, ...others] = deadlines
  if (gravest === undefined) return null
  return (
    <div className={`line-bar ${isAlarm(gravest) ? 'line-bar-silent' : 'line-bar-deadline'}`} role="status">
      <Icon name={isAlarm(gravest) ? 'alert' : 'calendar'} />
      <p>
        {deadlineText(gravest, text)} {others.length > 0 && text('deadline.more', { count: others.length })}
      </p>
      <Button look="quiet" onClick={() => onSee(gravest)}>
        {text('deadline.see')}
      </Button>
    </div>
  )
}
