import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type UnresolvedDialogProps = {
  readonly isBusy: boolean
  readonly refused: RefusalView | null
  readonly onResolve: () => void
}

/** A sale was sent and nothing certain came back: the same attempt is asked about again before anything else is done with it. */
export const UnresolvedDialog = ({ isBusy, refused, onResolve }: UnresolvedDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  return (
    <Modal title={text('payment.title')} onClose={() => undefined} closable={false}>
      <Notice kind="attention">{text('payment.resolving')}</Notice>
      {refused && !isBusy && <p className="field-hint">{sentence(refused)}</p>}
      <Button look="main" large data-focus-first disabled={isBusy} onClick={onResolve}>
        {text(isBusy ? 'payment.confirming' : 'payment.resolve')}
      </Button>
    </Modal>
  )
}
