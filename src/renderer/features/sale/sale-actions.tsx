import { type CounterType, TRAITS } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'

type SaleActionsProps = {
  readonly docType: CounterType
  readonly heldCount: number
  readonly onHelp: () => void
  readonly onCustomer: () => void
  readonly onFreeLine: () => void
  readonly onHeld: () => void
  readonly onDocuments: () => void
}

export const SaleActions = ({ docType, heldCount, ...on }: SaleActionsProps) => {
  const text = useText()
  const isPurchase = TRAITS[docType].flow === 'out'
  return (
    <nav className="sale-actions" aria-label={text('sale.shortcuts')}>
      <Button shortcut="F1" onClick={on.onHelp}>
        {text('sale.help')}
      </Button>
      <Button shortcut="F6" onClick={on.onCustomer}>
        {text(isPurchase ? 'sale.seller' : 'sale.customer')}
      </Button>
      <Button shortcut="F7" onClick={on.onFreeLine}>
        {text('sale.free_line')}
      </Button>
      <Button shortcut="F8" onClick={on.onHeld}>
        {text('sale.hold')}
        {heldCount > 0 && <span className="count">{heldCount}</span>}
      </Button>
      <Button shortcut="F9" onClick={on.onDocuments}>
        {text('sale.documents')}
      </Button>
    </nav>
  )
}
