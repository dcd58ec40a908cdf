import { useState } from 'react'
import { PAYMENT_METHODS, type PaymentMethod } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icons.tsx'

/** The four that are nearly every payment, each with the letter that chooses it. */
const USUAL: readonly { readonly method: PaymentMethod; readonly letter: string; readonly icon: IconName }[] = [
  { method: '01', letter: 'E', icon: 'cash' },
  { method: '02', letter: 'D', icon: 'card' },
  { method: '03', letter: 'C', icon: 'card' },
  { method: '05', letter: 'T', icon: 'transfer' },
]
const OTHERS = PAYMENT_METHODS.filter((method) => !USUAL.some((usual) => usual.method === method))

export const methodOfLetter = (letter: string): PaymentMethod | undefined =>
  USUAL.find((usual) => usual.letter === letter.toUpperCase())?.method

type PaymentMethodsProps = {
  readonly chosen: PaymentMethod
  readonly onChoose: (method: PaymentMethod) => void
}

export const PaymentMethods = ({ chosen, onChoose }: PaymentMethodsProps) => {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const isOther = OTHERS.includes(chosen)
  return (
    <fieldset className="methods" aria-label={text('payment.methods')}>
      {USUAL.map(({ method, letter, icon }) => (
        <Button
          key={method}
          icon={icon}
          shortcut={letter}
          aria-pressed={chosen === method}
          onClick={() => onChoose(method)}
        >
          {text(`method.${method}`)}
        </Button>
      ))}
      <Button icon="more" aria-expanded={isOpen} aria-pressed={isOther} onClick={() => setOpen(!isOpen)}>
        {isOther ? text(`method.${chosen}`) : text('payment.others')}
      </Button>
      {isOpen && (
        <div className="methods-others">
          {OTHERS.map((method) => (
            <Button
              key={method}
              aria-pressed={chosen === method}
              onClick={() => {
                onChoose(method)
                setOpen(false)
              }}
            >
              {text(`method.${method}`)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  )
}
