import { useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import { giveBack, paidOf } from '#domain/sale/give-back.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { DoneView } from './done-view.tsx'
import { MoneyBack } from './money-back.tsx'
import { PermittedForm } from './permitted-form.tsx'
import { WindowWords } from './window-words.tsx'

type CancelDialogProps = {
  readonly document: DocumentDetailView
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What cancelling comes to, why it is done, and what then goes back to the customer. */
export const CancelDialog = ({ document, onDone, onClose }: CancelDialogProps) => {
  const text = useText()
  const { client } = useEngine()
  const { externalRef, docType } = document
  const [isBusy, setBusy] = useState(false)
  const [isAskedFor, setAskedFor] = useState(false)
  /** Asked for by this press, or by one whose answer was lost. */
  const isDone = isAskedFor || document.state === 'cancelling' || document.state === 'cancelled'
  const what = text('after.what', { type: text(`doc_type.${docType}`), number: saleNumberText(document.saleNumber) })
  const isNote = document.cancelWindow?.kind === 'credit_note'
  const settled = document.dueSettlement?.how === 'cash' ? document.dueSettlement.difference : 0
  const { back } = giveBack(document, paidOf(document) - settled)

  return (
    <Modal title={text('after.cancel_title', { what })} onClose={onClose} closable={!isBusy}>
      {isDone ? (
        <DoneView title={text('after.cancel_done')} detail={text('after.queued')} onClose={onClose}>
          <MoneyBack docType={docType} back={back} />
        </DoneView>
      ) : (
        <PermittedForm
          label="after.cancel_do"
          act={(input) => ask(client.documents.cancel({ externalRef, ...input }))}
          onBusy={setBusy}
          onDone={() => {
            setAskedFor(true)
            onDone()
          }}
          onClose={onClose}
        >
          <p>{text(isNote ? 'after.note_means' : 'after.cancel_means')}</p>
          <WindowWords document={document} />
          <MoneyBack docType={docType} back={back} />
        </PermittedForm>
      )}
    </Modal>
  )
}
