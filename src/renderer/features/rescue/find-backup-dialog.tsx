import { type FormEvent, useState } from 'react'
import type { RescueCandidate } from '#contract/rescue.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Field } from '../../ui/field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type FindBackupProps = { readonly onFound: (candidate: RescueCandidate) => void; readonly onClose: () => void }

/** Another backup by its path: opened and checked before it is offered. */
export const FindBackupDialog = ({ onFound, onClose }: FindBackupProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [file, setFile] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const check = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await ask(client.rescue.examine({ file: file.trim() }))
    setBusy(false)
    if (answer.ok) onFound(answer.value)
    else setWrong(sentence(answer.error))
  }
  return (
    <Modal title={text('rescue.other_title')} onClose={onClose} closable={!isBusy}>
      <form className="rescue-find" onSubmit={check} noValidate>
        <Field label={text('rescue.other_title')} error={wrong} hint={text('rescue.other_hint')}>
          {(control) => (
            <input
              {...control}
              data-focus-first
              autoComplete="off"
              spellCheck={false}
              value={file}
              onChange={(event) => {
                setFile(event.target.value)
                setWrong(null)
              }}
            />
          )}
        </Field>
        <div className="rescue-actions">
          <Button look="main" type="submit" disabled={isBusy || file.trim() === ''}>
            {text('rescue.other_check')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
