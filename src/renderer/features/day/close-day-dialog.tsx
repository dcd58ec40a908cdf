import { useState } from 'react'
import type { ClosedDayView } from '#contract/reports.ts'
import type { TillView } from '#contract/till.ts'
import type { RefusalView } from '#contract/values.ts'
import { localTime } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { dayText } from '../../ui/days.ts'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { ClosingLines } from './closing-lines.tsx'

const Closed = ({ day }: { readonly day: ClosedDayView }) => {
  const text = useText()
  const sentence = useSentence()
  const { backup, closedAt } = day
  const time = localTime(closedAt)
  return backup.ok ? (
    <Notice kind="success">{text('day.closed', { time, count: backup.value.sales })}</Notice>
  ) : (
    <Notice kind="attention">{text('day.closed_without_backup', { time, sentence: sentence(backup.error) })}</Notice>
  )
}

type CloseDayDialogProps = { readonly till: TillView; readonly date: string; readonly onClose: () => void }

/** What is pending, in words; then the day is closed whatever that is: noted, and backed up. */
export const CloseDayDialog = ({ till, date, onClose }: CloseDayDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [isBusy, setBusy] = useState(false)
  const [closed, setClosed] = useState<ClosedDayView | null>(null)
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const close = async () => {
    setBusy(true)
    const answer = await ask(client.reports.closeDay({ date }))
    setBusy(false)
    setClosed(answer.ok ? answer.value : null)
    setRefused(answer.ok ? null : answer.error)
  }
  return (
    <Modal title={text('day.close_of', { date: dayText(date) })} onClose={onClose} closable={!isBusy}>
      <div className="day-close">
        <ClosingLines till={till} />
        {closed === null && <p className="field-hint">{text('day.close_hint')}</p>}
        {closed && <Closed day={closed} />}
        {refused && <Notice kind="error">{sentence(refused)}</Notice>}
        <div className="settings-actions">
          {closed === null && (
            <>
              <Button shortcut="Esc" disabled={isBusy} onClick={onClose}>
                {text('day.close_no')}
              </Button>
              <Button look="main" shortcut="Enter" data-focus-first disabled={isBusy} onClick={close}>
                {text(isBusy ? 'day.close_busy' : 'day.close')}
              </Button>
            </>
          )}
          {closed && (
            <Button look="main" shortcut="Esc" ref={(button) => button?.focus()} onClick={onClose}>
              {text('common.accept')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}
