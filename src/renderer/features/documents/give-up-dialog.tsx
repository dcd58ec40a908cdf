import { useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import { paidOf } from '#domain/sale/give-back.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { dollars } from '../../ui/dollars.ts'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { DoneView } from './done-view.tsx'
import { PermittedForm } from './permitted-form.tsx'

type GiveUpDialogProps = {
  readonly document: DocumentDetailView
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What going on without a note that was not accepted comes to, why it is done, and what then has to be settled with the customer. */
export const GiveUpDialog = ({ document, onDone, onClose }: GiveUpDialogProps) => {
  const text = useText()
  const { client } = useEngine()
  const { externalRef, docType } = document
  const [isBusy, setBusy] = useState(false)
  const [isGivenUp, setGivenUp] = useState(false)
  /** By this press, or by one whose answer was lost. */
  const isDone = isGivenUp || document.state === 'withdrawn'
  const what = text('after.what', { type: text(`doc_type.${docType}`), number: saleNumberText(document.saleNumber) })
  const owed = <p>{text('after.give_up_owed', { amount: dollars(paidOf(document)) })}</p>

  return (
    <Modal title={text('after.give_up_title', { what })} onClose={onClose} closable={!isBusy}>
      {isDone ? (
        <DoneView title={text('after.give_up_done')} detail={text('after.given_up_detail')} onClose={onClose}>
          {owed}
        </DoneView>
      ) : (
        <PermittedForm
          label="after.give_up"
          act={(input) => ask(client.documents.giveUp({ externalRef, ...input }))}
          onBusy={setBusy}
          onDone={() => {
            setGivenUp(true)
            onDone()
          }}
          onClose={onClose}
        >
          <p>{text('after.give_up_means')}</p>
          {owed}
        </PermittedForm>
      )}
    </Modal>
  )
}
