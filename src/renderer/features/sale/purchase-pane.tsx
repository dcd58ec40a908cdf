import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'

/** What is bought has no tile: its price is agreed with whoever sells it. */
export const PurchasePane = ({ onAdd }: { readonly onAdd: () => void }) => {
  const text = useText()
  return (
    <div className="purchase-pane">
      <Empty icon="box" title={text('sale.purchase_title')}>
        {text('sale.purchase_detail')}
      </Empty>
      <Button large icon="plus" shortcut="F7" onClick={onAdd}>
        {text('sale.bought_line')}
      </Button>
    </div>
  )
}
