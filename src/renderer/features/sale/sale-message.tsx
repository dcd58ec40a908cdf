import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

export type Message =
  | { readonly kind: 'error'; readonly refusal: RefusalView }
  | { readonly kind: 'info'; readonly text: string }

type SaleMessageProps = { readonly message: Message | null; readonly onIdentify: () => void }

/** Why the last thing was not done, or what was, and the way on where there is one. */
export const SaleMessage = ({ message, onIdentify }: SaleMessageProps) => {
  const text = useText()
  const sentence = useSentence()
  return (
    <div className="sale-message" aria-live="polite">
      {message?.kind === 'error' && (
        <Notice kind="error">
          {sentence(message.refusal)}
          {message.refusal.code === 'buyer_required' && (
            <Button icon="person" shortcut="F6" onClick={onIdentify}>
              {text('sale.identify')}
            </Button>
          )}
        </Notice>
      )}
      {message?.kind === 'info' && <Notice kind="info">{message.text}</Notice>}
    </div>
  )
}
