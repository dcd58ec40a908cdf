import type { TillView } from '#contract/till.ts'
import { closingWords } from '#domain/report/closing-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNow } from '../../ui/use-now.ts'

/** The words of the question before the program closes, where nobody can be asked: a browser's tab is simply gone. */
export const ClosingLines = ({ till }: { readonly till: TillView }) => {
  const text = useText()
  const words = closingWords(till, till.language, useNow(60_000))
  if (words === null) return <p>{text('day.closing_nothing')}</p>
  return [...words.lines, words.safe].map((line) => <p key={line}>{line}</p>)
}
