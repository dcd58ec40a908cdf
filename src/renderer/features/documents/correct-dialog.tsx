import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import type { Customer } from '#domain/customer/customer.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { fieldOf } from '../../ui/advice.ts'
import { ask } from '../../ui/ask.ts'
import { CustomerForm } from '../../ui/customer-form.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RemarkAdvice } from '../../ui/remark-advice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { useSentence } from '../../ui/use-sentence.ts'

type CorrectDialogProps = {
  readonly document: DocumentSummaryView
  readonly onCorrected?: () => void
  readonly onClose: () => void
}

/** The buyer's data again, beginning where MH complained; sent under the same reference. */
export const CorrectDialog = ({ document, onCorrected, onClose }: CorrectDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const { externalRef } = document
  const detail = useQuery(queries.documents.get.queryOptions({ input: { externalRef } }))
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)

  const send = async (customer: Customer | null) => {
    setBusy(true)
    const answer = await ask(client.documents.correct({ externalRef, customer }))
    setBusy(false)
    if (!answer.ok) return setRefused(answer.error)
    onCorrected?.()
    onClose()
  }

  return (
    <Modal
      shape={TRAITS[document.docType].party === 'taxpayer' ? 'wide' : 'middle'}
      title={text('documents.correct_title', { number: saleNumberText(document.saleNumber) })}
      onClose={onClose}
    >
      {document.remarks && (
        <Notice kind="attention">
          <RemarkAdvice {...document} />
        </Notice>
      )}
      <p className="field-hint">{text('documents.correct_intro')}</p>
      {detail.isError && <Notice kind="error">{sentence({ code: 'engine_silent' })}</Notice>}
      {detail.data?.ok === false && <Notice kind="error">{sentence(detail.data.error)}</Notice>}
      {detail.isPending && <p>{text('common.loading')}</p>}
      {detail.data?.ok && (
        <CustomerForm
          docType={document.docType}
          initial={detail.data.value.customer}
          focusOn={fieldOf(document.remarks)}
          saveLabel={text('documents.send_again')}
          isBusy={isBusy}
          refused={refused}
          onSave={send}
        />
      )}
    </Modal>
  )
}
