import { type FormEvent, useState } from 'react'
import { type CounterType, TRAITS } from '#domain/document/document-type.ts'
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

type FreeLineDialogProps = {
  readonly docType: CounterType
  readonly named: string
  /** The line at the price of the document. */
  readonly onAccept: (line: Line) => void
  readonly onClose: () => void
}

/** Something that the catalogue does not know, or that is bought: a description and a price. */
export const FreeLineDialog = ({ docType, named, onAccept, onClose }: FreeLineDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const [description, setDescription] = useState(named)
  const [isService, setService] = useState(false)
  const price = useNumberEntry('')
  const [isTried, setTried] = useState(false)
  const withholdsIncome = TRAITS[docType].withheld === 'income'
  const unitPrice = parseDecimal(price.text, 4)
  const line: Line = {
    code: null,
    description: description.trim(),
    unit: 'unit',
    quantity: ONE,
    unitPrice: unitPrice ?? 0,
    discount: NO_DISCOUNT,
    ...(isService && { isService }),
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
    <Modal
      shape={withholdsIncome ? 'wide' : 'middle'}
      title={text(withholdsIncome ? 'sale.bought_line_title' : 'sale.free_line_title')}
      onClose={onClose}
    >
      <form className={withholdsIncome ? 'form form-beside' : 'form'} onSubmit={onSubmit}>
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
        {withholdsIncome && (
          <fieldset className="choice-row" aria-label={text('sale.kind_of_line')}>
            <Button aria-pressed={!isService} onClick={() => setService(false)}>
              {text('sale.goods')}
            </Button>
            <Button aria-pressed={isService} onClick={() => setService(true)}>
              {text('sale.service')}
            </Button>
          </fieldset>
        )}
        <Field label={text(`sale.price_${docType}`)} error={isTried && wrongPrice ? sentence(wrongPrice) : null}>
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
