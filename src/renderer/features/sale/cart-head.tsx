import { TRAITS } from '#domain/document/document-type.ts'
import { partyRefusal } from '#domain/sale/sale.ts'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import type { Cart } from './cart.ts'

type CartHeadProps = {
  readonly cart: Cart
  readonly saleNumber: number
  readonly total: number
  readonly onCustomer: () => void
}

/** Which sale it is, and whom its document names: or who is missing for that. */
export const CartHead = ({ cart, saleNumber, total, onCustomer }: CartHeadProps) => {
  const text = useText()
  const { customer, docType } = cart
  const { party, flow } = TRAITS[docType]
  const buyer = customer?.name ?? customer?.document?.number ?? customer?.email ?? customer?.phone
  const isMissing = party !== 'anybody' && partyRefusal(docType, customer, total) !== null
  const number = { number: saleNumberText(saleNumber) }
  return (
    <header className="cart-head">
      <h1>{text(flow === 'out' ? 'sale.number_out' : 'sale.number', number)}</h1>
      <button
        type="button"
        className="cart-customer"
        {...(buyer && { 'aria-label': text('sale.customer_of', { name: buyer }) })}
        onClick={onCustomer}
      >
        <Icon name="person" />
        <span>
          <strong>{buyer ?? text(docType === '01' ? 'common.final_consumer' : `sale.nobody_${docType}`)}</strong>
          {isMissing && <small className="cart-customer-missing">{text(`sale.needs_${party}`)}</small>}
          {!buyer && party === 'anybody' && <small>{text('sale.offer')}</small>}
        </span>
      </button>
    </header>
  )
}
