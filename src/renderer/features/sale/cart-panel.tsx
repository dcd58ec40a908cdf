import { totalsOf } from '#domain/sale/totals.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icons.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import type { Cart } from './cart.ts'
import { CartLine } from './cart-line.tsx'

type CartPanelProps = {
  readonly cart: Cart
  readonly saleNumber: number
  readonly onSelect: (index: number) => void
  readonly onQuantity: () => void
  readonly onMore: (by: 1 | -1) => void
  readonly onDiscount: () => void
  readonly onRemove: () => void
  readonly onCustomer: () => void
  readonly onCharge: () => void
}

const LineActions = ({ cart, onMore, onQuantity, onDiscount, onRemove }: CartPanelProps) => {
  const text = useText()
  const line = cart.lines[cart.selected]
  const isCounted = line?.unit === 'unit'
  return (
    <div className="line-actions" role="toolbar" aria-label={text('sale.line_actions')}>
      <Button icon="minus" aria-label={text('sale.one_less')} disabled={!isCounted} onClick={() => onMore(-1)} />
      <Button icon="plus" aria-label={text('sale.one_more')} disabled={!isCounted} onClick={() => onMore(1)} />
      <Button shortcut="F3" disabled={!line} onClick={onQuantity}>
        {text(line?.unit === 'kg' ? 'sale.weight' : 'sale.quantity')}
      </Button>
      <Button shortcut="F4" disabled={!line} onClick={onDiscount}>
        {text('sale.discount')}
      </Button>
      <Button look="danger" icon="trash" aria-label={text('sale.remove')} disabled={!line} onClick={onRemove} />
    </div>
  )
}

/** What is being sold, what it comes to, and the one main action. */
export const CartPanel = (props: CartPanelProps) => {
  const { cart, saleNumber, onSelect, onCustomer, onCharge } = props
  const text = useText()
  const totals = totalsOf(cart.lines)
  const buyer = cart.customer?.name ?? cart.customer?.document?.number ?? cart.customer?.email ?? cart.customer?.phone
  return (
    <section className="cart" aria-label={text('sale.screen')}>
      <header className="cart-head">
        <h1>{text('sale.number', { number: saleNumberText(saleNumber) })}</h1>
        <button
          type="button"
          className="cart-customer"
          {...(buyer && { 'aria-label': text('sale.customer_of', { name: buyer }) })}
          onClick={onCustomer}
        >
          <Icon name="person" />
          <span>
            <strong>{buyer ?? text('common.final_consumer')}</strong>
            {!buyer && <small>{text('sale.offer')}</small>}
          </span>
        </button>
      </header>
      {cart.lines.length === 0 ? (
        <div className="cart-lines">
          <Empty icon="box" title={text('sale.empty')}>
            {text('sale.empty_detail')}
          </Empty>
        </div>
      ) : (
        <ul className="cart-lines" aria-label={text('sale.lines')}>
          {cart.lines.map((line, index) => (
            <CartLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place on the paper.
              key={index}
              line={line}
              index={index}
              isSelected={index === cart.selected}
              onSelect={onSelect}
            />
          ))}
        </ul>
      )}
      <LineActions {...props} />
      <footer className="cart-foot">
        <dl className="cart-sums">
          <div>
            <dt>{text('sale.subtotal')}</dt>
            <dd>{dollars(totals.subtotal)}</dd>
          </div>
          <div>
            <dt>{text('sale.discount')}</dt>
            <dd>{dollars(-totals.discount)}</dd>
          </div>
          <div>
            <dt>{text('sale.vat')}</dt>
            <dd>{dollars(totals.vat)}</dd>
          </div>
        </dl>
        <p className="cart-total" aria-live="polite">
          <span>
            {text('sale.total')}
            <small>{text('sale.lines_count', { count: cart.lines.length })}</small>
          </span>
          <strong data-testid="cart-total">{dollars(totals.total)}</strong>
        </p>
        <Button look="main" large shortcut="F12" className="cart-charge" onClick={onCharge}>
          {text('sale.charge')}
        </Button>
      </footer>
    </section>
  )
}
