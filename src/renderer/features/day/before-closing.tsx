import type { TillView } from '#contract/till.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ClosingLines } from './closing-lines.tsx'

type BeforeClosingProps = { readonly till: TillView; readonly onClose: () => void }

/** What is pending today, and the door to closing the day all the same. */
export const BeforeClosing = ({ till, onClose }: BeforeClosingProps) => {
  const text = useText()
  return (
    <section className="day-card day-closing" aria-label={text('day.closing')}>
      <div>
        <h2>
          <Icon name="clock" />
          {text('day.closing')}
        </h2>
        <ClosingLines till={till} />
      </div>
      <Button look="main" shortcut="F12" onClick={onClose}>
        {text('day.close')}
      </Button>
    </section>
  )
}
