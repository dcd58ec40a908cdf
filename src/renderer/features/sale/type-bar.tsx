import type { CounterType } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'

/** What one key makes of the sale: an invoice of anything else, a crédito fiscal of an invoice. */
export const otherType = (docType: CounterType): '01' | '03' => (docType === '01' ? '03' : '01')

type TypeBarProps = {
  readonly docType: CounterType
  readonly onSwitch: () => void
  readonly onChoose: () => void
}

/** Which document the sale becomes, and the ways to another. */
export const TypeBar = ({ docType, onSwitch, onChoose }: TypeBarProps) => {
  const text = useText()
  return (
    <div
      className={`type-bar${docType === '01' ? '' : ' type-bar-other'}`}
      role="toolbar"
      aria-label={text('sale.type_title')}
    >
      <Button icon="document" shortcut="Shift+F5" className="type-now" onClick={onChoose}>
        {text(`sale.type_short_${docType}`)}
      </Button>
      <Button icon="transfer" shortcut="F5" onClick={onSwitch}>
        {text(`sale.type_short_${otherType(docType)}`)}
      </Button>
    </div>
  )
}
