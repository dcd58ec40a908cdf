import { useState } from 'react'
import type { RescueReport } from '#contract/rescue.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'

const AGAIN_MS = 300
const MOST_NUMBERS = 50

const numbersOf = (missed: readonly number[]): string =>
  missed.slice(0, MOST_NUMBERS).map(saleNumberText).join(', ') + (missed.length > MOST_NUMBERS ? ' …' : '')

/** What came of it, in figures, before the till opens. */
export const RescueDone = ({ report }: { readonly report: RescueReport }) => {
  const text = useText()
  const { client } = useEngine()
  const [isOpening, setOpening] = useState(false)
  /** The shell opens the till by itself; the page begins anew with it. */
  const open = (): void => {
    setOpening(true)
    const look = (): void => {
      client.rescue.view().then(
        (view) => (view === null ? location.reload() : setTimeout(look, AGAIN_MS)),
        () => setTimeout(look, AGAIN_MS),
      )
    }
    look()
  }
  return (
    <>
      <header className="rescue-head rescue-head-good">
        <Icon name="check" />
        <h1>{text('rescue.done')}</h1>
      </header>
      <ul className="rescue-figures">
        <li>{text('rescue.done_sales', { count: report.sales })}</li>
        <li>{text('rescue.done_brought', { count: report.brought })}</li>
        <li>{text('rescue.done_asked', { count: report.asked })}</li>
      </ul>
      {report.missed.length > 0 && (
        <Notice kind="attention">{text('rescue.done_missed', { numbers: numbersOf(report.missed) })}</Notice>
      )}
      <p className="field-hint">{text('rescue.done_aside', { aside: report.aside })}</p>
      <div className="rescue-actions">
        <Button look="main" large disabled={isOpening} onClick={open}>
          {text('rescue.open')}
        </Button>
      </div>
    </>
  )
}
