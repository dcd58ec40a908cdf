import type { DocumentSummaryView } from '#contract/documents.ts'
import { useText } from '../i18n/use-text.ts'
import { adviceFor, shortKeyOf } from './advice.ts'
import { dollars } from './dollars.ts'
import { saidWords } from './said-words.ts'

type RemarkAdviceProps = Pick<DocumentSummaryView, 'docType' | 'state' | 'remarks'>

/** Remarks as something to do; the words they came in stay below, small. A note's data are its CCF's: of it only what is wrong is said. */
export const RemarkAdvice = ({ docType, state, remarks }: RemarkAdviceProps) => {
  const text = useText()
  if (remarks === null) return null
  const words = remarks.texts.map((each) => saidWords(each, text, dollars)).filter((each) => each !== null)
  const original = [remarks.code && text('remark.code', { code: remarks.code }), ...remarks.texts].filter(Boolean)
  return (
    <div className="advice">
      {adviceFor({ state, remarks }).map((advice) => (
        <p key={advice.key}>{text(docType === '05' ? shortKeyOf(advice) : advice.key)}</p>
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
