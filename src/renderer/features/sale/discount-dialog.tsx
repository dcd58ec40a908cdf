import { type FormEvent, useState } from 'react'
import { decimalText, parseDecimal } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { type Discount, type Line, lineAmounts, lineRefusal, NO_DISCOUNT } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useNumberEntry } from '../../ui/number-entry.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type Kind = 'percent' | 'amount'

const presetOf = (discount: Discount): string => {
  if (discount.kind === 'percent') return decimalText(discount.hundredths, 2)
  return discount.kind === 'amount' ? decimalText(discount.cents, 2, 2) : ''
}

const discountOf = (kind: Kind, units: number): Discount => {
  if (units === 0) return NO_DISCOUNT
  return kind === 'percent' ? { kind, hundredths: units } : { kind, cents: units }
}

type DiscountDialogProps = {
  readonly line: Line
  readonly onAccept: (discount: Discount) => void
  readonly onClose: () => void
}

export const DiscountDialog = ({ line, onAccept, onClose }: DiscountDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const [kind, setKind] = useState<Kind>(line.discount.kind === 'amount' ? 'amount' : 'percent')
  const entry = useNumberEntry(presetOf(line.discount))
  const [isTried, setTried] = useState(false)
  const units = parseDecimal(entry.text, 2)
  const discount = units === null ? null : discountOf(kind, units)
  const wrong =
    discount === null
      ? refusal(kind === 'percent' ? 'percent_unreadable' : 'amount_unreadable')
      : lineRefusal({ ...line, discount }, 'line')

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (discount !== null && wrong === null) onAccept(discount)
    else setTried(true)
  }

  return (
    <Modal shape="narrow" title={text('sale.discount_of', { name: line.description })} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <fieldset className="choice-row" aria-label={text('sale.discount')}>
          {(['percent', 'amount'] as const).map((each) => (
            <Button key={each} aria-pressed={kind === each} onClick={() => setKind(each)}>
              {text(`sale.${each}`)} {each === 'percent' ? '%' : '$'}
            </Button>
          ))}
        </fieldset>
        <NumberField
          label={text('sale.discount')}
          entry={entry}
          {...(kind === 'percent' ? { after: '%' } : { before: '$' })}
          error={isTried && wrong ? sentence(wrong) : null}
          hint={
            discount !== null && wrong === null
              ? text('sale.comes_to', { amount: dollars(lineAmounts({ ...line, discount }).amount) })
              : ' '
          }
        />
        <Keypad onKey={entry.press} />
        <div className="choice-row">
          <Button large onClick={() => onAccept(NO_DISCOUNT)}>
            {text('sale.no_discount')}
          </Button>
          <Button look="main" large type="submit">
            {text('common.accept')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
