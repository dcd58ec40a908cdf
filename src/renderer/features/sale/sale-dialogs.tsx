import type { Dispatch } from 'react'
import type { Cents } from '#domain/money/decimal.ts'
import type { Line } from '#domain/sale/line.ts'
import { pricedLines } from '#domain/sale/sale.ts'
import { withVat } from '#domain/sale/with-vat.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Cart, CartAction } from './cart.ts'
import { CustomerDialog } from './customer-dialog.tsx'
import { DiscountDialog } from './discount-dialog.tsx'
import { FreeLineDialog } from './free-line-dialog.tsx'
import { HeldSalesDialog } from './held-sales-dialog.tsx'
import { QuantityDialog } from './quantity-dialog.tsx'
import { TypeDialog } from './type-dialog.tsx'

/** What the selling screen asks for in a dialog. A weight is of goods that are no line yet. */
export type AskedFor =
  | { readonly kind: 'weight' | 'quantity' | 'discount'; readonly line: Line }
  | { readonly kind: 'customer' | 'held' | 'type' }
  /** `description` is what it is called where that is known already. */
  | { readonly kind: 'free_line'; readonly description: string }

type SaleDialogsProps = {
  readonly asked: AskedFor | null
  readonly cart: Cart
  readonly total: Cents
  readonly change: Dispatch<CartAction>
  readonly onClose: () => void
  readonly onSay: (said: string) => void
}

export const SaleDialogs = ({ asked, cart, total, change, onClose, onSay }: SaleDialogsProps) => {
  const text = useText()
  const done = (action: CartAction) => {
    change(action)
    onClose()
  }
  const isExport = cart.docType === '11'
  const priced = (line: Line): Line => pricedLines({ ...cart, lines: [line] })[0] ?? line
  /** What is typed in a dialog is a price of the document; the cart has those of the shelf. */
  const ofShelf = (line: Line): Line => (isExport ? withVat(line) : line)
  switch (asked?.kind) {
    case undefined:
      return null
    case 'weight':
      return (
        <QuantityDialog
          line={priced(asked.line)}
          onAccept={(quantity) => done({ kind: 'add', line: { ...asked.line, quantity } })}
          onClose={onClose}
        />
      )
    case 'quantity':
      return (
        <QuantityDialog
          line={priced(asked.line)}
          onAccept={(quantity) => done({ kind: 'quantity', index: cart.selected, quantity })}
          onClose={onClose}
        />
      )
    case 'discount':
      return (
        <DiscountDialog
          line={priced(asked.line)}
          onAccept={(discount) =>
            done({
              kind: 'discount',
              index: cart.selected,
              discount: ofShelf({ ...asked.line, discount }).discount,
            })
          }
          onClose={onClose}
        />
      )
    case 'customer':
      return (
        <CustomerDialog
          docType={cart.docType}
          customer={cart.customer}
          total={total}
          onAccept={(customer) => done({ kind: 'customer', customer })}
          onClose={onClose}
        />
      )
    case 'free_line':
      return (
        <FreeLineDialog
          docType={cart.docType}
          named={asked.description}
          onAccept={(line) => done({ kind: 'add', line: ofShelf(line) })}
          onClose={onClose}
        />
      )
    case 'type':
      return (
        <TypeDialog docType={cart.docType} onAccept={(docType) => done({ kind: 'type', docType })} onClose={onClose} />
      )
    case 'held':
      return (
        <HeldSalesDialog
          open={cart}
          onHeld={() => {
            done({ kind: 'clear' })
            onSay(text('held.now_held'))
          }}
          onResumed={(sale) => done({ kind: 'replace', sale })}
          onClose={onClose}
        />
      )
  }
}
