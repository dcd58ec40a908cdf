import { useState } from 'react'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type Found = { readonly state: 'ready' | 'none' } | { readonly refusal: RefusalView }

/** Asks the printer that is set, not the one that is being typed. */
export const PrinterTest = ({ isDirty }: { readonly isDirty: boolean }) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const till = useTill()
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState<Found | null>(null)
  const test = async () => {
    setBusy(true)
    const answer = await ask(client.printing.test())
    setBusy(false)
    setFound(answer.ok ? answer.value : { refusal: answer.error })
  }
  return (
    <div className="settings-test">
      {till?.mode === 'training' && <p className="field-hint">{text('printing.virtual')}</p>}
      <Button icon="printer" disabled={isBusy || isDirty} onClick={test}>
        {text(isBusy ? 'settings.checking' : 'settings.test')}
      </Button>
      {isDirty && <span className="field-hint">{text('settings.test_first')}</span>}
      {found && !isDirty && 'state' in found && (
        <Notice kind={found.state === 'ready' ? 'success' : 'info'}>{text(`printing.test_${found.state}`)}</Notice>
      )}
      {found && !isDirty && 'refusal' in found && <Notice kind="error">{sentence(found.refusal)}</Notice>}
    </div>
  )
}
