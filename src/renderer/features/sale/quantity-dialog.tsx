import { type FormEvent, useState } from 'react'
import { decimalText, parseDecimal, type Thousandths } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { type Line, lineAmounts, lineRefusal } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useNumberEntry } from '../../ui/number-entry.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type QuantityDialogProps = {
  /** The line as it stands; for goods to be weighed its quantity is 0. */
  readonly line: Line
  readonly onAccept: (quantity: Thousandths) => void
  readonly onClose: () => void
}

/** How many, or how heavy: typed, tapped or read from the scale. */
export const QuantityDialog = ({ line, onAccept, onClose }: QuantityDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const entry = useNumberEntry(line.quantity === 0 ? '' : decimalText(line.quantity, 3))
  const [isTried, setTried] = useState(false)
  const quantity = parseDecimal(entry.text, 3)
  const wrong = quantity === null ? refusal('quantity_unreadable') : lineRefusal({ ...line, quantity }, 'line')
  const isWeighed = line.unit === 'kg'

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (quantity !== null && wrong === null) onAccept(quantity)
    else setTried(true)
  }

  return (
    <Modal
      shape="narrow"
      title={text(isWeighed ? 'sale.weight_of' : 'sale.quantity_of', { name: line.description })}
      onClose={onClose}
    >
      <form className="form" onSubmit={onSubmit}>
        <NumberField
          label={text(isWeighed ? 'sale.weight' : 'sale.quantity')}
          entry={entry}
          {...(isWeighed && { after: 'kg' })}
          error={isTried && wrong ? sentence(wrong) : null}
          hint={
            quantity !== null && wrong === null
              ? text('sale.comes_to', { amount: dollars(lineAmounts({ ...line, quantity }).amount) })
              : ' '
          }
        />
        <Keypad onKey={entry.press} />
        <Button look="main" large type="submit">
          {text('common.accept')}
        </Button>
      </form>
    </Modal>
  )
}
