import type { KeyboardEvent } from 'react'
import { decimalText, type Thousandths } from '#domain/money/decimal.ts'
import { type Line, lineAmounts } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { readQuantity } from './taken-back.ts'

const ONE: Thousandths = 1000

type TakenLinesProps = {
  readonly lines: readonly Line[]
  /** How much of each can come back, in thousandths. */
  readonly available: readonly Thousandths[]
  /** What the fields say, by position. */
  readonly typed: readonly string[]
  readonly onType: (position: number, typed: string) => void
}

/** The quantity one step further, within what there is. */
const stepped = (typed: string, step: Thousandths, available: Thousandths): string => {
  const quantity = Math.min(available, Math.max(0, (readQuantity(typed) ?? 0) + step))
  return quantity === 0 ? '' : decimalText(quantity, 3)
}

/** Each line with how much of it comes back: tapped, stepped with the arrows or typed. */
export const TakenLines = ({ lines, available, typed, onType }: TakenLinesProps) => {
  const text = useText()
  const unitText = (line: Line, quantity: Thousandths) =>
    line.unit === 'kg' ? `${decimalText(quantity, 3, 3)} kg` : decimalText(quantity, 3)
  return (
    <ul className="taken" aria-label={text('after.lines')}>
      {lines.map((line, position) => {
        const [there, value] = [available[position] ?? 0, typed[position] ?? '']
        const quantity = readQuantity(value)
        const name = line.description
        const step = (by: Thousandths) => onType(position, stepped(value, by, there))
        const onKeyDown = (event: KeyboardEvent) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? ONE : -ONE)
        }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place on the paper.
          <li key={position}>
            <span className="taken-what">
              <span>{name}</span>
              <small>
                {text(there === 0 ? 'after.nothing_left' : 'after.left_of', {
                  amount: dollars(lineAmounts(line).amount),
                  quantity: unitText(line, there),
                })}
              </small>
            </span>
            <Button
              icon="minus"
              aria-label={text('after.one_less', { name })}
              disabled={quantity === 0}
              onClick={() => step(-ONE)}
            />
            <input
              aria-label={text('after.quantity_of', { name })}
              aria-invalid={quantity === null || quantity > there}
              {...(position === available.findIndex((each) => each > 0) && { 'data-focus-first': true })}
              inputMode="decimal"
              autoComplete="off"
              placeholder="0"
              disabled={there === 0}
              value={value}
              onFocus={({ target }) => target.select()}
              onKeyDown={onKeyDown}
              onChange={({ target }) => onType(position, target.value)}
            />
            <Button
              icon="plus"
              aria-label={text('after.one_more', { name })}
              disabled={quantity !== null && quantity >= there}
              onClick={() => step(ONE)}
            />
          </li>
        )
      })}
    </ul>
  )
}
