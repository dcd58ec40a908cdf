import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { SettingsView } from '#contract/settings.ts'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { BackupsPart } from './backups-part.tsx'
import { checkDraft, type Draft, draftOf } from './settings-draft.ts'
import { GeneralPart, IssuerPart, type PartProps, PrinterPart, ServicePart } from './shop-parts.tsx'

type ShopFormProps = {
  readonly view: SettingsView
  readonly part: string
  /** What keeps the draft from being saved stands in another part. */
  readonly onPart: (part: keyof typeof FIELDS) => void
}

const PARTS: Readonly<Record<string, (props: PartProps) => React.ReactNode>> = {
  general: GeneralPart,
  issuer: IssuerPart,
  printer_section: PrinterPart,
  service: ServicePart,
  backups: BackupsPart,
}

const FIELDS = {
  general: /^(cashier|storeCode|tillCode)$/,
  issuer: /^issuer\./,
  printer_section: /^(printer|counterSeconds)$/,
  service: /^(apiUrl|environment|contingencyWarnHours|contingencyAlarmHours|closesAt)$/,
  backups: /^secondBackupFolder$/,
} as const

const PARTS_WITH_FIELDS = ['general', 'issuer', 'printer_section', 'service', 'backups'] as const
const partOf = (path: string) => PARTS_WITH_FIELDS.find((part) => FIELDS[part].test(path))

/** One draft over all parts: what was changed in one is not lost by a look at another. */
export const ShopForm = ({ view, part, onPart }: ShopFormProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const cache = useQueryClient()
  const [changed, setChanged] = useState<Partial<Draft>>({})
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isSaved, setSaved] = useState(false)
  const draft = { ...draftOf(view), ...changed }
  const { settings, wrong } = checkDraft(draft)
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(view))
  const Part = PARTS[part]

  const set = (patch: Partial<Draft>) => {
    setChanged({ ...changed, ...patch })
    setSaved(false)
    setRefused(null)
  }
  const form = useRef<HTMLFormElement>(null)
  const showWrong = () => {
    const parts = Object.keys(wrong).map(partOf)
    const [first] = parts
    if (first !== undefined && !parts.some((each) => each === part)) onPart(first)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (settings === null) return showWrong()
    setBusy(true)
    const answer = await ask(client.settings.save(settings))
    setBusy(false)
    if (!answer.ok) return setRefused(answer.error)
    cache.setQueryData(queries.settings.get.queryKey(), answer.value)
    setChanged({})
    setRefused(null)
    setSaved(true)
  }
  const errorAt = (path: string): string | null => {
    const own = wrong[path]
    if (own && (isTried || path in changed)) return text(own)
    return refused?.field === path ? sentence(refused) : null
  }

  const isSaidAtField = refused?.field !== undefined && partOf(refused.field) === part

  if (Part === undefined) return null
  return (
    <form ref={form} className="settings-form" onSubmit={save} noValidate>
      <Part draft={draft} set={set} errorAt={errorAt} isDirty={isDirty} />
      {refused && !isSaidAtField && <Notice kind="error">{sentence(refused)}</Notice>}
      {isSaved && !isDirty && <Notice kind="success">{text('settings.saved')}</Notice>}
      <div className="settings-actions">
        {isDirty && (
          <>
            {isTried && settings === null ? (
              <span className="field-error" role="alert">
                {sentence({ code: 'setting_invalid' })}
              </span>
            ) : (
              <span className="field-hint">{text('settings.unsaved')}</span>
            )}
            <Button onClick={() => setChanged({})}>{text('settings.discard')}</Button>
          </>
        )}
        <Button look="main" type="submit" disabled={!isDirty || isBusy}>
          {text('settings.save')}
        </Button>
      </div>
    </form>
  )
}
