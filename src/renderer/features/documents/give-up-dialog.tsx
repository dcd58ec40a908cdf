import { type FormEvent, useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { paidOf } from '#domain/sale/give-back.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask, isUnanswered } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { DoneView } from './done-view.tsx'
import { permittedInput, ReasonFields } from './reason-fields.tsx'

type GiveUpDialogProps = {
  readonly document: DocumentDetailView
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What going on without a note that was not accepted comes to, why it is done, and what then has to be settled with the customer. */
export const GiveUpDialog = ({ document, onDone, onClose }: GiveUpDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const { externalRef, docType } = document
  const [asked, setAsked] = useState({ reason: '', pin: '' })
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isGivenUp, setGivenUp] = useState(false)
  /** By this press, or by one whose answer was lost. */
  const isDone = isGivenUp || document.state === 'withdrawn'
  const what = text('after.what', { type: text(`doc_type.${docType}`), number: saleNumberText(document.saleNumber) })
  const owed = <p>{text('after.give_up_owed', { amount: dollars(paidOf(document)) })}</p>

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await ask(client.documents.giveUp({ externalRef, ...permittedInput(asked) }))
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setGivenUp(true)
    onDone()
  }

  return (
    <Modal title={text('after.give_up_title', { what })} onClose={onClose} closable={!isBusy}>
      {isDone ? (
        <DoneView title={text('after.give_up_done')} detail={text('after.given_up_detail')} onClose={onClose}>
          {owed}
        </DoneView>
      ) : (
        <form className="form" onSubmit={send}>
          <p>{text('after.give_up_means')}</p>
          {owed}
          <ReasonFields isFirst value={asked} refused={refused} onChange={setAsked} />
          {refused && refused.field !== 'reason' && refused.field !== 'pin' && (
            <Notice kind="error">{isUnanswered(refused) ? text('after.again') : sentence(refused)}</Notice>
          )}
          <div className="modal-actions">
            <Button onClick={onClose} disabled={isBusy}>
              {text('common.close')}
            </Button>
            <Button look="main" type="submit" shortcut="Enter" disabled={isBusy}>
              {text('after.give_up')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
