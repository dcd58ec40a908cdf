import type { TillView } from '#contract/till.ts'
import { closingWords } from '#domain/report/closing-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { useNow } from '../../ui/use-now.ts'

/** The words of the question before the program closes, where nobody can be asked: a browser's tab is simply gone. */
export const BeforeClosing = ({ till }: { readonly till: TillView }) => {
  const text = useText()
  const words = closingWords(till, till.language, useNow(60_000))
  return (
    <section className="day-card day-closing" aria-label={text('day.closing')}>
      <h2>
        <Icon name={words === null ? 'check' : 'clock'} />
        {text('day.closing')}
      </h2>
      {words === null ? <p>{text('day.closing_nothing')}</p> : words.lines.map((line) => <p key={line}>{line}</p>)}
      {words && <p>{words.safe}</p>}
    </section>
  )
}
