import { useText } from '../i18n/use-text.ts'
import { dollars } from './dollars.ts'
import { saidWords } from './said-words.ts'

/** A detail in words where it is a code, and as it came: below, small. */
export const Said = ({ original }: { readonly original: string }) => {
  const text = useText()
  if (original === '') return null
  const words = saidWords(original, text, dollars)
  return (
    <>
      {words !== null && <p className="said-words">{words}</p>}
      <small className="said-original">
        {text('remark.original')}: {original}
      </small>
    </>
  )
}
