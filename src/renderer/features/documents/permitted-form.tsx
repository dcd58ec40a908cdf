import { type FormEvent, type ReactNode, useState } from 'react'
import type { RefusalView } from '#contract/values.ts'
import type { Result } from '#domain/result/result.ts'
import type { TextKey } from '../../i18n/use-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { isUnanswered } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { permittedInput, ReasonFields } from './reason-fields.tsx'

type PermittedFormProps = {
  /** What the press is called. */
  readonly label: TextKey
  readonly act: (input: ReturnType<typeof permittedInput>) => Promise<Result<unknown, RefusalView>>
  readonly onBusy: (isBusy: boolean) => void
  readonly onDone: () => void
  readonly onClose: () => void
  /** What it comes to, in words. */
  readonly children: ReactNode
}

/** An act that needs a reason, and the supervisor's PIN where there is one: what it comes to, why, and the press. */
export const PermittedForm = ({ label, act, onBusy, onDone, onClose, children }: PermittedFormProps) => {
  const text = useText()
  const sentence = useSentence()
  const [asked, setAsked] = useState({ reason: '', pin: '' })
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const busy = (now: boolean) => {
    setBusy(now)
    onBusy(now)
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    busy(true)
    const answer = await act(permittedInput(asked))
    busy(false)
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok) onDone()
  }

  return (
    <form className="form" onSubmit={send}>
      {children}
      <ReasonFields isFirst value={asked} refused={refused} onChange={setAsked} />
      {refused && refused.field !== 'reason' && refused.field !== 'pin' && (
        <Notice kind="error">{isUnanswered(refused) ? text('after.again') : sentence(refused)}</Notice>
      )}
      <div className="modal-actions">
        <Button onClick={onClose} disabled={isBusy}>
          {text('common.close')}
        </Button>
        <Button look="main" type="submit" shortcut="Enter" disabled={isBusy}>
          {text(label)}
        </Button>
      </div>
    </form>
  )
}
