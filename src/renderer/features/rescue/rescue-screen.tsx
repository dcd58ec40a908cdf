import { useEffect, useState } from 'react'
import type { RescueCandidate, RescueReport, RescueView } from '#contract/rescue.ts'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { useEngine } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { RescueDone } from './rescue-done.tsx'
import { RescueFound } from './rescue-found.tsx'
import { RescueOffer } from './rescue-offer.tsx'
import './rescue.css'

type RescueScreenProps = {
  readonly view: RescueView
  /** The till has opened meanwhile. */
  readonly hasOpened: boolean
}

/** In place of the till, while its data cannot be opened: what was found, and what it can go on with. */
export const RescueScreen = ({ view, hasOpened }: RescueScreenProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [chosen, setChosen] = useState<RescueCandidate | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [told, setTold] = useState<RescueReport | null>(null)
  const report = told ?? view.report
  useEffect(() => {
    // Its answer did not come in time: the till itself says what came of it.
    if (hasOpened && !report && !isBusy) location.reload()
  }, [hasOpened, report, isBusy])
  const candidate = chosen ?? view.newest

  const restore = async () => {
    setBusy(true)
    setRefused(null)
    const answer = await ask(client.rescue.restore({ file: candidate?.file ?? null }))
    setBusy(false)
    if (answer.ok) setTold(answer.value)
    // A large one takes longer than an answer is waited for: the view tells when it is done.
    else if (answer.error.code !== 'engine_silent') setRefused(answer.error)
  }

  return (
    <main className="rescue">
      <div className="rescue-card">
        {report ? (
          <RescueDone report={report} />
        ) : (
          <>
            <header className="rescue-head">
              <Icon name="alert" />
              <div>
                <h1>{text('rescue.title')}</h1>
                <p>{text('rescue.safe')}</p>
              </div>
            </header>
            <RescueFound view={view} />
            <RescueOffer
              candidate={candidate}
              isChosen={chosen !== null}
              isBusy={isBusy}
              onRestore={restore}
              onChoose={setChosen}
            />
            {isBusy && <Notice kind="info">{text('rescue.working')}</Notice>}
            {refused && <Notice kind="error">{sentence(refused)}</Notice>}
          </>
        )}
      </div>
    </main>
  )
}
