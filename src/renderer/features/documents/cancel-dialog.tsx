import { type FormEvent, useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { giveBack, paidOf } from '#domain/sale/give-back.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask, isUnanswered } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { DoneView } from './done-view.tsx'
import { MoneyBack } from './money-back.tsx'
import { permittedInput, ReasonFields } from './reason-fields.tsx'
import { WindowWords } from './window-words.tsx'

type CancelDialogProps = {
  readonly document: DocumentDetailView
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What cancelling comes to, why it is done, and what then goes back to the customer. */
export const CancelDialog = ({ document, onDone, onClose }: CancelDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const { externalRef, docType } = document
  const [asked, setAsked] = useState({ reason: '', pin: '' })
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isAskedFor, setAskedFor] = useState(false)
  /** Asked for by this press, or by one whose answer was lost. */
  const isDone = isAskedFor || document.state === 'cancelling' || document.state === 'cancelled'
  const what = text('after.what', { type: text(`doc_type.${docType}`), number: saleNumberText(document.saleNumber) })
  const isNote = document.cancelWindow?.kind === 'credit_note'
  const settled = document.dueSettlement?.how === 'cash' ? document.dueSettlement.difference : 0
  const { back } = giveBack(document, paidOf(document) - settled)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await ask(client.documents.cancel({ externalRef, ...permittedInput(asked) }))
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setAskedFor(true)
    onDone()
  }

  return (
    <Modal title={text('after.cancel_title', { what })} onClose={onClose} closable={!isBusy}>
      {isDone ? (
        <DoneView title={text('after.cancel_done')} detail={text('after.queued')} onClose={onClose}>
          <MoneyBack docType={docType} back={back} />
        </DoneView>
      ) : (
        <form className="form" onSubmit={send}>
          <p>{text(isNote ? 'after.note_means' : 'after.cancel_means')}</p>
          <WindowWords document={document} />
          <MoneyBack docType={docType} back={back} />
          <ReasonFields isFirst value={asked} refused={refused} onChange={setAsked} />
          {refused && refused.field !== 'reason' && refused.field !== 'pin' && (
            <Notice kind="error">{isUnanswered(refused) ? text('after.again') : sentence(refused)}</Notice>
          )}
          <div className="modal-actions">
            <Button onClick={onClose} disabled={isBusy}>
              {text('common.close')}
            </Button>
            <Button look="main" type="submit" shortcut="Enter" disabled={isBusy}>
              {text('after.cancel_do')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
