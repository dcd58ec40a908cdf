import { useState } from 'react'
import type { ExportedMonthView } from '#contract/month.ts'
import type { RefusalView } from '#contract/values.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Field } from '../../ui/field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type MonthDialogProps = {
  /** "YYYY-MM", where the choice begins. */
  readonly month: string
  readonly onClose: () => void
}

type Said =
  | { readonly kind: 'exported'; readonly value: ExportedMonthView }
  | { readonly kind: 'wished'; readonly count: number }
  | { readonly kind: 'refused'; readonly error: RefusalView }

/** A month for the accountant: where its ZIP is, what it lacks, and how that comes. */
export const MonthDialog = ({ month: first, onClose }: MonthDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [month, setMonth] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const during = async (work: () => Promise<Said>) => {
    setBusy(true)
    setSaid(await work())
    setBusy(false)
  }
  const save = () =>
    during(async () => {
      const exported = await ask(client.documents.exportMonth({ month }))
      return exported.ok ? { kind: 'exported', value: exported.value } : { kind: 'refused', error: exported.error }
    })
  const fetchLacking = () =>
    during(async () => {
      const wished = await ask(client.documents.fetchMonth({ month }))
      return wished.ok ? { kind: 'wished', count: wished.value.wished } : { kind: 'refused', error: wished.error }
    })
  return (
    <Modal title={text('month.open')} onClose={onClose} closable={!isBusy}>
      <div className="day-close">
        <Field label={text('month.month')} error={null} hint={text('month.hint')}>
          {(control) => (
            <input
              {...control}
              type="month"
              max={localDate(Date.now()).slice(0, 7)}
              value={month}
              onChange={({ target }) => target.value !== '' && setMonth(target.value)}
            />
          )}
        </Field>
        {said?.kind === 'exported' && (
          <>
            <Notice kind="success">{text('month.done', { ...said.value })}</Notice>
            <Notice kind={said.value.missing > 0 ? 'attention' : 'info'}>
              {said.value.missing > 0 ? text('month.missing', { count: said.value.missing }) : text('month.whole')}
            </Notice>
          </>
        )}
        {said?.kind === 'wished' && <Notice kind="info">{text('month.wished', { count: said.count })}</Notice>}
        {said?.kind === 'refused' && <Notice kind="error">{sentence(said.error)}</Notice>}
        <div className="settings-actions">
          <Button icon="retry" disabled={isBusy} onClick={fetchLacking}>
            {text('month.fetch')}
          </Button>
          <Button look="main" icon="download" data-focus-first disabled={isBusy} onClick={save}>
            {text(isBusy ? 'month.busy' : 'month.open')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
