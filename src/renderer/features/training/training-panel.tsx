import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrainingControlsView } from '#contract/training.ts'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import './training.css'

const SITUATIONS = ['ministryDown', 'shopOffline', 'keyRevoked', 'captivePortal'] as const
const COUNTS = ['loseNextAnswers', 'failNext', 'throttleNext', 'truncateNext', 'rejectNext'] as const
const LATENCIES = [0, 2_000, 8_000, 30_000] as const
const MOST = 100

const CALM: TrainingControlsView = {
  ministryDown: false,
  shopOffline: false,
  latencyMs: 0,
  keyRevoked: false,
  captivePortal: false,
  loseNextAnswers: 0,
  failNext: 0,
  throttleNext: 0,
  truncateNext: 0,
  rejectNext: 0,
}

/** Makes the simulator misbehave, so that a cashier has seen it all before it counts. */
export const TrainingPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const controls = useQuery(queries.training.controls.queryOptions({ staleTime: 0, refetchInterval: 2_000 }))
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const now = controls.data?.ok ? controls.data.value : null

  const set = async (patch: Partial<TrainingControlsView>) => {
    const answer = await ask(client.training.setControls(patch))
    setRefused(answer.ok ? null : answer.error)
    await controls.refetch()
  }

  return (
    <Modal shape="drawer" title={text('training.title')} onClose={onClose}>
      <p className="field-hint">{text('training.intro')}</p>
      {refused && <Notice kind="error">{sentence(refused)}</Notice>}
      {controls.data?.ok === false && <Notice kind="error">{sentence(controls.data.error)}</Notice>}
      {controls.isError && <Notice kind="error">{sentence({ code: 'engine_silent' })}</Notice>}
      {now && (
        <>
          <section className="training-part">
            <h3>{text('training.situations')}</h3>
            {SITUATIONS.map((each) => (
              <Switch
                key={each}
                label={text(`training.${each}`)}
                hint={text(`training.${each}_hint`)}
                isOn={now[each]}
                onChange={(isOn) => set({ [each]: isOn })}
              />
            ))}
          </section>
          <section className="training-part">
            <h3>{text('training.next')}</h3>
            {COUNTS.map((each) => {
              const what = text(`training.${each}`)
              return (
                <div key={each} className="training-count">
                  <span>{what}</span>
                  <Button
                    icon="minus"
                    aria-label={text('training.one_less', { what })}
                    disabled={now[each] === 0}
                    onClick={() => set({ [each]: now[each] - 1 })}
                  />
                  <output aria-label={what}>{now[each]}</output>
                  <Button
                    icon="plus"
                    aria-label={text('training.one_more', { what })}
                    disabled={now[each] >= MOST}
                    onClick={() => set({ [each]: now[each] + 1 })}
                  />
                </div>
              )
            })}
          </section>
          <section className="training-part">
            <h3>{text('training.latency')}</h3>
            <fieldset className="training-latency" aria-label={text('training.latency')}>
              {LATENCIES.map((latencyMs) => (
                <Button key={latencyMs} aria-pressed={now.latencyMs === latencyMs} onClick={() => set({ latencyMs })}>
                  {latencyMs === 0
                    ? text('training.latency_none')
                    : text('training.seconds', { seconds: latencyMs / 1_000 })}
                </Button>
              ))}
            </fieldset>
          </section>
          <Button large icon="check" onClick={() => set(CALM)}>
            {text('training.calm')}
          </Button>
        </>
      )}
    </Modal>
  )
}
