import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SettingsView } from '#contract/settings.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

/** Training or real sales, from the next start on; and where this till keeps its things. */
export const ModeSection = ({ view }: { readonly view: SettingsView }) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const cache = useQueryClient()
  const [isFailed, setFailed] = useState(false)
  const other = view.mode === 'training' ? 'live' : 'training'
  const isChanging = view.nextMode !== view.mode

  const change = async (mode: SettingsView['mode']) => {
    try {
      cache.setQueryData(queries.settings.get.queryKey(), await client.settings.setNextMode({ mode }))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }

  return (
    <div className="settings-form">
      <h2>{text('settings.mode')}</h2>
      <p>
        <strong>{text('settings.mode_now', { mode: text(`settings.mode_${view.mode}`) })}</strong>
        <br />
        <span className="field-hint">{text(`settings.mode_${view.mode}_hint`)}</span>
      </p>
      {isChanging && (
        <Notice kind="attention">
          {text('settings.mode_next', { mode: text(`settings.mode_${view.nextMode}`) })}
          <small>{text(`settings.mode_${view.nextMode}_hint`)}</small>
        </Notice>
      )}
      {isFailed && <Notice kind="error">{sentence({ code: 'engine_silent' })}</Notice>}
      <div className="settings-actions settings-actions-start">
        {isChanging ? (
          <Button onClick={() => change(view.mode)}>{text('settings.mode_keep')}</Button>
        ) : (
          <Button onClick={() => change(other)}>{text(`settings.mode_change_${other}`)}</Button>
        )}
      </div>
      <dl className="facts">
        <div>
          <dt>{text('settings.data_folder')}</dt>
          <dd>{view.dataFolder}</dd>
        </div>
        <div>
          <dt>{text('settings.version')}</dt>
          <dd>Torogoz POS {view.version}</dd>
        </div>
      </dl>
    </div>
  )
}
