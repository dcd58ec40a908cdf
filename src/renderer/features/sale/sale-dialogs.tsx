import type { Dispatch } from 'react'
import type { Cents } from '#domain/money/decimal.ts'
import type { Line } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Cart, CartAction } from './cart.ts'
import { CustomerDialog } from './customer-dialog.tsx'
import { DiscountDialog } from './discount-dialog.tsx'
import { FreeLineDialog } from './free-line-dialog.tsx'
import { HeldSalesDialog } from './held-sales-dialog.tsx'
import { QuantityDialog } from './quantity-dialog.tsx'

/** What the selling screen asks for in a dialog. A weight is of goods that are no line yet. */
export type AskedFor =
  | { readonly kind: 'weight' | 'quantity' | 'discount'; readonly line: Line }
  | { readonly kind: 'customer' | 'free_line' | 'held' }

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
  switch (asked?.kind) {
    case undefined:
      return null
    case 'weight':
      return (
        <QuantityDialog
          line={asked.line}
          onAccept={(quantity) => done({ kind: 'add', line: { ...asked.line, quantity } })}
          onClose={onClose}
        />
      )
    case 'quantity':
      return (
        <QuantityDialog
          line={asked.line}
          onAccept={(quantity) => done({ kind: 'quantity', index: cart.selected, quantity })}
          onClose={onClose}
        />
      )
    case 'discount':
      return (
        <DiscountDialog
          line={asked.line}
          onAccept={(discount) => done({ kind: 'discount', index: cart.selected, discount })}
          onClose={onClose}
        />
      )
    case 'customer':
      return (
        <CustomerDialog
          customer={cart.customer}
          total={total}
          onAccept={(customer) => done({ kind: 'customer', customer })}
          onClose={onClose}
        />
      )
    case 'free_line':
      return <FreeLineDialog onAccept={(line) => done({ kind: 'add', line })} onClose={onClose} />
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
