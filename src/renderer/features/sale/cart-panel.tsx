import { TRAITS } from '#domain/document/document-type.ts'
import type { Sums } from '#domain/sale/sums.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { Cart } from './cart.ts'
import { CartHead } from './cart-head.tsx'
import { CartLine } from './cart-line.tsx'
import { CartSums } from './cart-sums.tsx'
import { TypeBar } from './type-bar.tsx'

type CartPanelProps = {
  readonly cart: Cart
  readonly sums: Sums
  readonly saleNumber: number
  readonly onSelect: (index: number) => void
  readonly onQuantity: () => void
  readonly onMore: (by: 1 | -1) => void
  readonly onDiscount: () => void
  readonly onRemove: () => void
  readonly onCustomer: () => void
  readonly onSwitchType: () => void
  readonly onChooseType: () => void
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
  const { cart, sums, saleNumber, onSelect, onCustomer, onSwitchType, onChooseType, onCharge } = props
  const text = useText()
  const isPurchase = TRAITS[cart.docType].flow === 'out'
  return (
    <section className="cart" aria-label={text('sale.screen')}>
      <CartHead cart={cart} saleNumber={saleNumber} total={sums.totals.total} onCustomer={onCustomer} />
      <TypeBar docType={cart.docType} onSwitch={onSwitchType} onChoose={onChooseType} />
      {cart.lines.length === 0 ? (
        <div className="cart-lines">
          <Empty icon="box" title={text(isPurchase ? 'sale.empty_out' : 'sale.empty')}>
            {text(isPurchase ? 'sale.empty_out_detail' : 'sale.empty_detail')}
          </Empty>
        </div>
      ) : (
        <ul className="cart-lines" aria-label={text('sale.lines')}>
          {sums.lines.map((line, index) => (
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
        <CartSums sums={sums} />
        <Button look="main" large shortcut="F12" className="cart-charge" onClick={onCharge}>
          {text(isPurchase ? 'sale.pay_out' : 'sale.charge')}
        </Button>
      </footer>
    </section>
  )
}
