import type { RescueView } from '#contract/rescue.ts'
import { useText } from '../../i18n/use-text.ts'
import { saleNumberText } from '../../ui/sale-number.ts'
import { whenText } from '../../ui/when-text.ts'

/** What is wrong with which file, how that showed, and when it was last whole. */
export const RescueFound = ({ view }: { readonly view: RescueView }) => {
  const text = useText()
  return (
    <section aria-labelledby="rescue-found">
      <h2 id="rescue-found">{text('rescue.found')}</h2>
      <p>
        <strong>{text(`rescue.${view.code}`)}</strong>{' '}
        {text(`rescue.check_${view.check}`, { last: saleNumberText(view.lastNumber) })}
      </p>
      {view.goodAt !== null && <p>{text('rescue.good', { when: whenText(view.goodAt) })}</p>}
      <details>
        <summary>{text('rescue.detail')}</summary>
        <code>
          {view.file}
          {view.detail !== '' && ` · ${view.detail}`}
        </code>
      </details>
    </section>
  )
}
