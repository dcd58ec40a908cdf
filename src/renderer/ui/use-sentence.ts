import type { RefusalView } from '#contract/values.ts'
import { isKey, type Text, useText } from '../i18n/use-text.ts'
import { dollars } from './dollars.ts'

const CENTS = /_cents$/
const COUNT = new Intl.NumberFormat('en-US')

const placeholders = (params: RefusalView['params']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) =>
      CENTS.test(name)
        ? [name.replace(CENTS, ''), dollars(Number(value))]
        : [name, typeof value === 'number' ? COUNT.format(value) : value],
    ),
  )

/** A refusal in the cashier's words. A code without a sentence still says what is safe, and shows itself. */
export const sentenceOf = ({ code, field, params }: RefusalView, text: Text): string => {
  const key = `refusal.${code}`
  const sentence = isKey(key) ? text(key, placeholders(params)) : text('refusal.unexpected', { id: code })
  const line = /^lines\.(\d+)/.exec(field ?? '')?.[1]
  return line === undefined ? sentence : text('common.line_says', { line: Number(line) + 1, sentence })
}

export const useSentence = (): ((refusal: RefusalView) => string) => {
  const text = useText()
  return (refusal) => sentenceOf(refusal, text)
}
