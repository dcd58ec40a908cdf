import type { DeadlineView } from '#contract/till.ts'
import { type Text, useText } from '../i18n/use-text.ts'
import { Notice } from './notice.tsx'

export const isAlarm = ({ kind }: DeadlineView): boolean => kind === 'contingency_alarm' || kind === 'earlier_month'

export const deadlineText = (deadline: DeadlineView, text: Text): string =>
  text(`deadline.${deadline.kind}`, {
    count: deadline.count,
    ...('hours' in deadline && { hours: deadline.hours }),
    ...('since' in deadline && { since: deadline.since }),
  })

/** Every deadline, the gravest first; each stays for as long as it is so. */
export const DeadlineNotices = ({ deadlines }: { readonly deadlines: readonly DeadlineView[] }) => {
  const text = useText()
  return deadlines.map((deadline) => (
    <Notice key={deadline.kind} kind={isAlarm(deadline) ? 'error' : 'attention'}>
      {deadlineText(deadline, text)}
    </Notice>
  ))
}
