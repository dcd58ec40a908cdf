import { type FormEvent, useState } from 'react'
import type { QueriedDocumentView } from '#contract/query.ts'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Field } from '../../ui/field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { QueriedDocument } from './queried-document.tsx'
import './query.css'

type QueryDialogProps = { readonly onClose: () => void }

type Answered = { readonly idOrRef: string; readonly document: QueriedDocumentView }

/** Asks the service about any document of the company, this till's or another's. */
export const QueryDialog = ({ onClose }: QueryDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const idOrRef = typed.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (idOrRef === '' || isBusy) return
    setBusy(true)
    const answer = await ask(client.documents.query({ idOrRef }))
    setBusy(false)
    setAnswered(answer.ok ? { idOrRef, document: answer.value } : null)
    setRefused(answer.ok ? null : answer.error)
  }
  return (
    <Modal title={text('query.title')} onClose={onClose}>
      <form className="query" onSubmit={submit}>
        <div className="query-asked">
          <Field label={text('query.field')} error={null} hint={text('query.hint')}>
            {(control) => (
              <input
                {...control}
                data-focus-first
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="main" icon="search" disabled={isBusy || idOrRef === ''}>
            {text(isBusy ? 'query.asking' : 'query.ask')}
          </Button>
        </div>
        {refused && <Notice kind="attention">{sentence(refused)}</Notice>}
        {answered && <QueriedDocument {...answered} onRefused={setRefused} />}
      </form>
    </Modal>
  )
}
