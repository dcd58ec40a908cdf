import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SettingsView } from '#contract/settings.ts'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type Said =
  | { readonly kind: 'error'; readonly refusal: RefusalView }
  | { readonly kind: 'success'; readonly text: string }

/** The key is typed once and never shown again but for its tail. */
export const KeySection = ({ view }: { readonly view: SettingsView }) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const cache = useQueryClient()
  const [key, setKey] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await ask(client.settings.saveKey({ key: key.trim() }))
    setBusy(false)
    if (!answer.ok) return setSaid({ kind: 'error', refusal: answer.error })
    cache.setQueryData(queries.settings.get.queryKey(), answer.value)
    setKey('')
    setSaid({ kind: 'success', text: text('settings.key_saved') })
  }
  const check = async () => {
    setBusy(true)
    const answer = await ask(client.settings.checkKey())
    setBusy(false)
    setSaid(
      answer.ok ? { kind: 'success', text: text('settings.key_accepted') } : { kind: 'error', refusal: answer.error },
    )
  }

  return (
    <form className="settings-form settings-key" onSubmit={save}>
      <h2>{text('settings.key')}</h2>
      <p>
        {view.keyTail === null ? text('settings.key_unset') : text('settings.key_set', { tail: `••••${view.keyTail}` })}
      </p>
      <p className="field-hint">{text(`settings.store_${view.keyStore}`)}</p>
      {view.keyStore !== 'environment' && (
        <Field label={text('settings.key_new')} error={null}>
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={key}
              onChange={(event) => setKey(event.target.value)}
            />
          )}
        </Field>
      )}
      {said && <Notice kind={said.kind}>{said.kind === 'error' ? sentence(said.refusal) : said.text}</Notice>}
      <div className="settings-actions">
        <Button disabled={isBusy || view.keyTail === null} onClick={check}>
          {text(isBusy ? 'settings.checking' : 'settings.key_check')}
        </Button>
        {view.keyStore !== 'environment' && (
          <Button look="main" type="submit" disabled={isBusy || key.trim() === ''}>
            {text('settings.key_save')}
          </Button>
        )}
      </div>
    </form>
  )
}
