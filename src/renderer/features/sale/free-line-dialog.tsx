import { type FormEvent, useState } from 'react'
import { parseDecimal } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { type Line, lineRefusal, NO_DISCOUNT } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useNumberEntry } from '../../ui/number-entry.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { ONE } from './cart.ts'

type FreeLineDialogProps = { readonly onAccept: (line: Line) => void; readonly onClose: () => void }

/** Something that the catalogue does not know: a description and a price. */
export const FreeLineDialog = ({ onAccept, onClose }: FreeLineDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const [description, setDescription] = useState('')
  const price = useNumberEntry('')
  const [isTried, setTried] = useState(false)
  const unitPrice = parseDecimal(price.text, 4)
  const line: Line = {
    code: null,
    description: description.trim(),
    unit: 'unit',
    quantity: ONE,
    unitPrice: unitPrice ?? 0,
    discount: NO_DISCOUNT,
  }
  const wrong = lineRefusal(line, 'line')
  const wrongDescription = wrong?.field === 'line.description' ? wrong : null
  const wrongPrice =
    unitPrice === null
      ? refusal(price.text === '' ? 'price_zero' : 'price_unreadable')
      : wrong !== null && wrongDescription === null
        ? wrong
        : null

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (wrongDescription === null && wrongPrice === null && wrong === null) onAccept(line)
    else setTried(true)
  }

  return (
    <Modal title={text('sale.free_line_title')} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Field label={text('sale.description')} error={isTried && wrongDescription ? sentence(wrongDescription) : null}>
          {(control) => (
            <input
              {...control}
              data-focus-first
              autoComplete="off"
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('sale.price')} error={isTried && wrongPrice ? sentence(wrongPrice) : null}>
          {(control) => (
            <div className="number-input">
              <span aria-hidden="true">$</span>
              <input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                value={price.text}
                onChange={(event) => price.type(event.target.value)}
              />
            </div>
          )}
        </Field>
        <Keypad onKey={price.press} />
        <Button look="main" large type="submit">
          {text('sale.add')}
        </Button>
      </form>
    </Modal>
  )
}
