import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { RefusalView } from '#contract/values.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { type Cents, decimalText, parseDecimal } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { type CreditTerm, termRefusal } from '#domain/sale/sale.ts'
import type { Sums } from '#domain/sale/sums.ts'
import { CASH, type PaymentMethod, type Tender } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNumberEntry } from '../../ui/number-entry.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { creditOf, USUAL_TERM } from './credit-of.ts'
import { PaymentChange } from './payment-change.tsx'
import { methodOfLetter, PaymentMethods } from './payment-methods.tsx'
import { PaymentParts } from './payment-parts.tsx'
import { PaymentPresets } from './payment-presets.tsx'
import { PaymentSums } from './payment-sums.tsx'
import { PaymentTerm } from './payment-term.tsx'
import { settlePayment } from './settle-payment.ts'
import './payment.css'

type PaymentDialogProps = {
  readonly sums: Sums
  readonly isBusy: boolean
  /** What the engine said to the last press; the amounts stay as they are. */
  readonly refused: RefusalView | null
  readonly onPay: (tenders: readonly Tender[], credit: CreditTerm | null) => void
  readonly onClose: () => void
}

const amountText = (cents: Cents): string => decimalText(cents, 2, 2)

/** Takes the money, or pays it out: one payment or several, the change always in sight. */
export const PaymentDialog = ({ sums, isBusy, refused, onPay, onClose }: PaymentDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const [parts, setParts] = useState<readonly Tender[]>([])
  const [method, setMethod] = useState<PaymentMethod>(CASH)
  const entry = useNumberEntry(amountText(sums.due))
  const [days, setDays] = useState(USUAL_TERM)
  const [wrong, setWrong] = useState<RefusalView | null>(null)
  const isPaidOut = TRAITS[sums.docType].flow === 'out'
  const due = sums.due - parts.reduce((sum, part) => sum + part.amount, 0)
  const amount = parseDecimal(entry.text, 2)
  const tenders = amount === null ? null : [...parts, { method, amount }]
  const settled = tenders && settlePayment(sums, tenders)
  const credit = creditOf([...parts, { method }], days)
  const missing = due - (amount ?? 0)

  const clearly = (act: () => void) => {
    setWrong(null)
    act()
  }
  const pay = (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (tenders === null || settled === null) return setWrong(refusal('amount_unreadable'))
    const why = settled.ok ? termRefusal({ ...(credit && { credit }) }) : settled.error
    clearly(() => (why ? setWrong({ code: why.code, params: { ...why.params } }) : onPay(tenders, credit)))
  }
  const addPart = () => {
    if (amount === null) return setWrong(refusal('amount_unreadable'))
    if (amount <= 0) return setWrong(refusal('tender_not_positive'))
    if (amount >= due) return
    clearly(() => {
      setParts([...parts, { method, amount }])
      entry.preset(amountText(due - amount))
    })
  }
  const removePart = (index: number) =>
    clearly(() => {
      entry.preset(amountText(due + (parts[index]?.amount ?? 0)))
      setParts(parts.toSpliced(index, 1))
    })
  const choose = (chosen: PaymentMethod) =>
    clearly(() => {
      setMethod(chosen)
      entry.preset(amount === null || amount > due ? amountText(due) : entry.text)
    })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const chosen = methodOfLetter(event.key)
    if (chosen) choose(chosen)
    if (event.key === '+') addPart()
    if (event.key === 'F12') event.currentTarget.closest('form')?.requestSubmit()
    if (chosen || event.key === '+' || event.key === 'F12') event.preventDefault()
  }
  const shown = wrong ?? refused
  const amountKey = isPaidOut ? 'payment.amount_out' : method === CASH ? 'payment.amount' : 'payment.amount_charged'

  return (
    <Modal
      shape="wide"
      title={text(isPaidOut ? 'payment.title_out' : 'payment.title')}
      onClose={onClose}
      closable={!isBusy}
    >
      <form className="payment" onSubmit={pay} onKeyDown={onKeyDown}>
        <div className="payment-left">
          <PaymentSums sums={sums} />
          <p className="payment-due">
            {text(`payment.${parts.length > 0 ? 'remaining' : 'due'}${isPaidOut ? '_out' : ''}`)}
            <strong data-testid="payment-due">{dollars(due)}</strong>
          </p>
          <PaymentMethods chosen={method} onChoose={choose} />
          <PaymentParts parts={parts} onRemove={removePart} />
          {credit && <PaymentTerm days={days} onType={(typed) => clearly(() => setDays(typed))} />}
          <PaymentChange settled={settled} missing={missing} due={sums.due} isPaidOut={isPaidOut} />
          {shown && <Notice kind="error">{sentence(shown)}</Notice>}
        </div>
        <div className="payment-right">
          <NumberField label={text(amountKey)} entry={entry} before="$" />
          <PaymentPresets
            sums={sums}
            due={due}
            isWhole={parts.length === 0}
            method={method}
            onPreset={(cents) => clearly(() => entry.preset(amountText(cents)))}
          />
          <Keypad onKey={(key) => clearly(() => entry.press(key))} />
          <div className="payment-actions">
            <Button
              large
              shortcut="+"
              disabled={isBusy || amount === null || amount <= 0 || amount >= due}
              onClick={addPart}
            >
              {text('payment.add')}
            </Button>
            <Button look="main" large type="submit" shortcut="Enter" disabled={isBusy}>
              {text(isBusy ? 'payment.confirming' : isPaidOut ? 'payment.confirm_out' : 'payment.confirm')}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  )
}
