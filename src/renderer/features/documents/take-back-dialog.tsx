import { type FormEvent, useRef, useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { decimalText } from '#domain/money/decimal.ts'
import type { PaymentMethod } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { isUnanswered } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { DoneView } from './done-view.tsx'
import { MoneyBack } from './money-back.tsx'
import { permittedInput, ReasonFields } from './reason-fields.tsx'
import { ReturnProgress } from './return-progress.tsx'
import { type Made, type TakeBackKind, takeBack } from './take-back.ts'
import { availableOf, partsOf, partsRefusal, readQuantity } from './taken-back.ts'
import { TakenLines } from './taken-lines.tsx'
import { TakenSums } from './taken-sums.tsx'

const FIELDS: readonly (string | undefined)[] = ['reason', 'pin']

type TakeBackDialogProps = {
  readonly kind: TakeBackKind
  readonly document: DocumentDetailView
  readonly onDone: () => void
  readonly onSee: (externalRef: string) => void
  readonly onClose: () => void
}

/** Part of what was sold comes back: which lines, how much of them, why; then what to give back, and what follows by itself. */
export const TakeBackDialog = ({ kind, document: latest, onDone, onSee, onClose }: TakeBackDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  /** As it was when the dialog opened: after a lost answer it may be changed already, and the same must be asked for again. */
  const [document] = useState(latest)
  const { externalRef, docType, lines, tenders } = document
  const available = availableOf(document)
  /** One for as long as the dialog is open: a second press, or one after a lost answer, makes nothing more. */
  const attemptId = useRef(crypto.randomUUID())
  const [typed, setTyped] = useState<readonly string[]>(() => lines.map(() => ''))
  const [method, setMethod] = useState<PaymentMethod>(tenders[0]?.method ?? '01')
  const [asked, setAsked] = useState({ reason: '', pin: '' })
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const quantities = typed.map(readQuantity)
  const read = quantities.every((quantity) => quantity !== null) ? quantities : null
  const wrong = read === null ? { code: 'quantity_unreadable' } : partsRefusal(document, read)
  const hasChosen = typed.some((each) => each.trim() !== '')
  const what = text('after.what', { type: text(`doc_type.${docType}`), number: saleNumberText(document.saleNumber) })

  const fill = (isWhole: boolean) =>
    setTyped(available.map((quantity) => (isWhole && quantity > 0 ? decimalText(quantity, 3) : '')))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong !== null || read === null) return
    setBusy(true)
    const parts = partsOf(read).map((part) => ({ ...part }))
    const request = { externalRef, parts, method, attemptId: attemptId.current, ...permittedInput(asked) }
    const answer = await takeBack[kind](client, request)
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setMade(answer.value)
    onDone()
  }

  if (made !== null)
    return (
      <Modal title={text(`after.${kind}_title`, { what })} onClose={onClose}>
        <DoneView
          title={text(`after.${kind}_done`)}
          detail={text('after.queued')}
          onClose={onClose}
          other={
            kind === 'credit' && (
              <Button icon="document" onClick={() => onSee(made.document.externalRef)}>
                {text('after.see_note')}
              </Button>
            )
          }
        >
          <MoneyBack docType={docType} back={made.back} />
          {kind === 'return' && <ReturnProgress original={externalRef} rest={made.document.externalRef} />}
        </DoneView>
      </Modal>
    )
  return (
    <Modal shape="wide" title={text(`after.${kind}_title`, { what })} onClose={onClose} closable={!isBusy}>
      <form className="take-back" onSubmit={send}>
        <div className="take-back-lines">
          <p className="field-hint">{text(`after.${kind}_means`)}</p>
          <TakenLines
            lines={lines}
            available={available}
            typed={typed}
            onType={(position, value) => {
              setRefused(null)
              setTyped(typed.map((each, index) => (index === position ? value : each)))
            }}
          />
          <div className="take-back-all">
            {kind === 'credit' && <Button onClick={() => fill(true)}>{text('after.everything')}</Button>}
            <Button look="quiet" disabled={!hasChosen} onClick={() => fill(false)}>
              {text('after.nothing')}
            </Button>
          </div>
        </div>
        <div className="take-back-sums">
          <TakenSums
            kind={kind}
            document={document}
            quantities={wrong === null ? read : null}
            method={method}
            onMethod={setMethod}
          />
          <ReasonFields value={asked} refused={refused} onChange={setAsked} />
          {wrong && (hasChosen || isTried) && <Notice kind="error">{sentence(wrong)}</Notice>}
          {refused && !FIELDS.includes(refused.field) && (
            <Notice kind="error">{isUnanswered(refused) ? text('after.again') : sentence(refused)}</Notice>
          )}
          <Button look="main" large type="submit" shortcut="Enter" disabled={isBusy}>
            {text(`after.${kind}_do`)}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
