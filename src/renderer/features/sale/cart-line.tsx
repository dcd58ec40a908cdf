import { memo, useEffect, useRef } from 'react'
import { decimalText } from '#domain/money/decimal.ts'
import { type Line, lineAmounts } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars, unitPriceText } from '../../ui/dollars.ts'

export const quantityText = ({ unit, quantity }: Line): string =>
  unit === 'kg' ? `${decimalText(quantity, 3, 3)} kg` : decimalText(quantity, 3)

export const discountText = ({ discount }: Line): string | null => {
  if (discount.kind === 'percent') return `−${decimalText(discount.hundredths, 2)} %`
  return discount.kind === 'amount' ? dollars(-discount.cents) : null
}

type CartLineProps = {
  readonly line: Line
  readonly index: number
  readonly isSelected: boolean
  readonly onSelect: (index: number) => void
}

export const CartLine = memo(({ line, index, isSelected, onSelect }: CartLineProps) => {
  const text = useText()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const taken = discountText(line)
  const price = unitPriceText(line.unitPrice)
  return (
    <li ref={row} className="cart-line" aria-current={isSelected}>
      <button type="button" tabIndex={-1} onClick={() => onSelect(index)}>
        <span className="cart-line-quantity">
          {line.unit === 'kg' ? quantityText(line) : `${quantityText(line)} ×`}
        </span>
        <span className="cart-line-what">
          <span className="cart-line-name">{line.description}</span>
          <span className="cart-line-price">
            {text(line.unit === 'kg' ? 'sale.per_kg' : 'sale.each', { price })}
            {line.isService && <span>{text('sale.is_service')}</span>}
            {taken && <span className="cart-line-discount">{taken}</span>}
          </span>
        </span>
        <span className="cart-line-amount">{dollars(lineAmounts(line).amount)}</span>
      </button>
    </li>
  )
})
CartLine.displayName = 'CartLine'
