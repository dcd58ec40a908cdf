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

const EMPTY = { current: '', pin: '', again: '' } as const
type Typed = Readonly<Record<keyof typeof EMPTY, string>>

/** The supervisor's PIN: set, changed, or taken away; whoever does so must know the present one. */
export const PinSection = ({ view }: { readonly view: SettingsView }) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const cache = useQueryClient()
  const [typed, setTyped] = useState<Typed>(EMPTY)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const { hasPin } = view
  const isUnlike = typed.again !== '' && typed.again !== typed.pin

  const save = async (pin: string) => {
    setBusy(true)
    const answer = await ask(client.settings.savePin({ pin, current: typed.current }))
    setBusy(false)
    if (!answer.ok) return setSaid({ kind: 'error', refusal: answer.error })
    cache.setQueryData(queries.settings.get.queryKey(), answer.value)
    setTyped(EMPTY)
    setSaid({ kind: 'success', text: text(pin === '' ? 'settings.pin_removed' : 'settings.pin_saved') })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save(typed.pin)
  }
  const fields = hasPin ? (['current', 'pin', 'again'] as const) : (['pin', 'again'] as const)

  return (
    <form className="settings-form settings-key" onSubmit={onSubmit}>
      <h2>{text('settings.pin')}</h2>
      <p>{text(hasPin ? 'settings.pin_set' : 'settings.pin_unset')}</p>
      <div className="settings-pair">
        {fields.map((field) => (
          <Field
            key={field}
            label={text(`settings.pin_${field}`)}
            error={field === 'again' && isUnlike ? text('settings.pin_unlike') : null}
            hint={field === 'pin' && text('settings.pin_hint')}
          >
            {(control) => (
              <input
                {...control}
                type="password"
                inputMode="numeric"
                autoComplete="off"
                maxLength={20}
                value={typed[field]}
                onChange={({ target }) => {
                  setSaid(null)
                  setTyped({ ...typed, [field]: target.value })
                }}
              />
            )}
          </Field>
        ))}
      </div>
      {said && <Notice kind={said.kind}>{said.kind === 'error' ? sentence(said.refusal) : said.text}</Notice>}
      <div className="settings-actions">
        {hasPin && (
          <Button look="danger" disabled={isBusy || typed.current === ''} onClick={() => save('')}>
            {text('settings.pin_remove')}
          </Button>
        )}
        <Button
          look="main"
          type="submit"
          disabled={isBusy || typed.pin === '' || typed.again !== typed.pin || (hasPin && typed.current === '')}
        >
          {text(hasPin ? 'settings.pin_change' : 'settings.pin_save')}
        </Button>
      </div>
    </form>
  )
}
