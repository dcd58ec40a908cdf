import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupsView } from '#contract/backups.ts'
import type { RefusalView } from '#contract/values.ts'
import type { Result } from '#domain/result/result.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { whenText } from '../../ui/when-text.ts'
import { BackupsList } from './backups-list.tsx'
import { BackupsOther } from './backups-other.tsx'
import { BackupsRestoreDialog, type Chosen } from './backups-restore-dialog.tsx'
import { BackupsState } from './backups-state.tsx'
import './backups.css'

const LOOKED_AT_EVERY_MS = 2_000

/** The till's backups: how they stand, one now, and the way back to one of them. */
export const BackupsSection = () => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const cache = useQueryClient()
  const backups = useQuery(queries.backups.view.queryOptions({ staleTime: 0, refetchInterval: LOOKED_AT_EVERY_MS }))
  const [isMaking, setMaking] = useState(false)
  const [said, setSaid] = useState<RefusalView | 'made' | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const view = backups.data

  const learn = (answer: Result<BackupsView, RefusalView>): boolean => {
    if (answer.ok) cache.setQueryData(queries.backups.view.queryKey(), answer.value)
    setSaid(answer.ok ? null : answer.error)
    return answer.ok
  }
  const make = async () => {
    setMaking(true)
    const isMade = learn(await ask(client.backups.make()))
    setMaking(false)
    if (isMade) setSaid('made')
  }
  const keep = async () => {
    try {
      cache.setQueryData(queries.backups.view.queryKey(), await client.backups.keepData())
    } catch {
      setSaid({ code: 'engine_silent' })
    }
  }
  const restore = async (file: string) => {
    learn(await ask(client.backups.requestRestore({ file })))
    setChosen(null)
  }

  if (backups.isError && !view)
    return (
      <div className="settings-form settings-key">
        <Notice kind="error">
          {text('backups.failed')}
          <Button onClick={() => backups.refetch()}>{text('common.retry')}</Button>
        </Notice>
      </div>
    )
  if (!view) return <Empty icon="clock" title={text('common.loading')} />
  const isBusy = isMaking || view.isRunning
  return (
    <section className="settings-form settings-key" aria-labelledby="backups-title">
      <header className="backups-head">
        <div>
          <h2 id="backups-title">{text('backups.title')}</h2>
          <p className="field-hint">{text('backups.hint')}</p>
        </div>
        <Button look="main" disabled={isBusy} onClick={make}>
          {text(isBusy ? 'backups.making' : 'backups.now')}
        </Button>
      </header>
      {view.requested && (
        <Notice kind={view.requested.refused === null ? 'attention' : 'error'}>
          {view.requested.refused === null
            ? text('backups.requested', { name: view.requested.name })
            : text('backups.refused', {
                name: view.requested.name,
                sentence: sentence({ code: view.requested.refused }),
              })}
          <Button onClick={keep}>{text(view.requested.refused === null ? 'backups.restore_no' : 'notice.seen')}</Button>
        </Notice>
      )}
      {said === 'made' && !isBusy && <Notice kind="success">{text('backups.made')}</Notice>}
      {said !== null && said !== 'made' && <Notice kind="error">{sentence(said)}</Notice>}
      <BackupsState view={view} />
      <BackupsList
        list={view.list}
        onRestore={(backup) => setChosen({ file: backup.name, when: whenText(backup.at) })}
      />
      <BackupsOther onRestore={(file) => setChosen({ file, when: file })} />
      {chosen && <BackupsRestoreDialog chosen={chosen} onRestore={restore} onClose={() => setChosen(null)} />}
    </section>
  )
}
