import type { DocumentSummaryView } from '#contract/documents.ts'
import { useText } from '../i18n/use-text.ts'
import { adviceFor } from './advice.ts'
import { dollars } from './dollars.ts'
import { saidWords } from './said-words.ts'

/** Remarks as something to do; the words they came in stay below, small. */
export const RemarkAdvice = ({ state, remarks }: Pick<DocumentSummaryView, 'state' | 'remarks'>) => {
  const text = useText()
  if (remarks === null) return null
  const words = remarks.texts.map((each) => saidWords(each, text, dollars)).filter((each) => each !== null)
  const original = [remarks.code && text('remark.code', { code: remarks.code }), ...remarks.texts].filter(Boolean)
  return (
    <div className="advice">
      {adviceFor({ state, remarks }).map(({ key }) => (
        <p key={key}>{text(key)}</p>
      ))}
      {words.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {original.length > 0 && (
        <small>
          {text('remark.original')}: {original.join(' · ')}
        </small>
      )}
    </div>
  )
}
