import type { DocumentSummaryView } from '#contract/documents.ts'
import { useText } from '../i18n/use-text.ts'
import { adviceFor } from './advice.ts'

/** MH's remarks as something to do; its own words stay below, small. */
export const RemarkAdvice = ({ state, remarks }: Pick<DocumentSummaryView, 'state' | 'remarks'>) => {
  const text = useText()
  if (remarks === null) return null
  const original = [remarks.code && text('remark.code', { code: remarks.code }), ...remarks.texts].filter(Boolean)
  return (
    <div className="advice">
      {adviceFor({ state, remarks }).map(({ key }) => (
        <p key={key}>{text(key)}</p>
      ))}
      {original.length > 0 && (
        <small>
          {text('remark.original')}: {original.join(' · ')}
        </small>
      )}
    </div>
  )
}
