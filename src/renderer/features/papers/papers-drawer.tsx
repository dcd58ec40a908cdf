import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrintJobView } from '#contract/printing.ts'
import type { RefusalView } from '#contract/values.ts'
import { localTime } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { usePapers } from '../../ui/live.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintJobWords } from '../../ui/print-job-words.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import './papers.css'

type PapersDrawerProps = { readonly onClose: () => void; readonly onSettings: () => void }
type Said =
  | { readonly kind: 'error'; readonly refusal: RefusalView }
  | { readonly kind: 'success'; readonly text: string }

const canPrintAgain = ({ state }: PrintJobView): boolean => state === 'failed' || state === 'unknown'

/** How the printer is, what it was asked to print, and in training the papers themselves. */
export const PapersDrawer = ({ onClose, onSettings }: PapersDrawerProps) => {
  const text = useText()
  const sentence = useSentence()
  const till = useTill()
  const { client, queries } = useEngine()
  const isTraining = till?.mode === 'training'
  const papers = usePapers(isTraining).toReversed()
  const jobs = useQuery(queries.printing.jobs.queryOptions())
  const [said, setSaid] = useState<Said | null>(null)
  const [isBusy, setBusy] = useState(false)

  const test = async () => {
    setBusy(true)
    const answer = await ask(client.printing.test())
    setBusy(false)
    setSaid(
      answer.ok
        ? { kind: 'success', text: text(answer.value.state === 'none' ? 'printing.test_none' : 'printing.test_ready') }
        : { kind: 'error', refusal: answer.error },
    )
  }
  const again = async (jobId: number) => {
    const answer = await ask(client.printing.again({ jobId }))
    setSaid(answer.ok ? null : { kind: 'error', refusal: answer.error })
    await jobs.refetch()
  }

  return (
    <Modal shape="drawer" title={text('printing.title')} onClose={onClose}>
      {till?.printer.state === 'trouble' && (
        <Notice kind="error">{sentence({ code: till.printer.code ?? 'printer_not_ready' })}</Notice>
      )}
      {said && <Notice kind={said.kind}>{said.kind === 'error' ? sentence(said.refusal) : said.text}</Notice>}
      <div className="papers-actions">
        <Button icon="printer" disabled={isBusy} onClick={test}>
          {text('printing.test')}
        </Button>
        <Button icon="gear" onClick={onSettings}>
          {text('printing.open_settings')}
        </Button>
      </div>
      {isTraining && <p className="field-hint">{text('printing.virtual')}</p>}
      {isTraining && (
        <section className="papers" aria-label={text('printing.papers')}>
          <h3>{text('printing.papers')}</h3>
          {papers.length === 0 && (
            <Empty icon="printer" title={text('printing.no_papers')}>
              {text('printing.no_papers_detail')}
            </Empty>
          )}
          {papers.map((paper) => {
            const name = text('printing.paper_number', { number: paper.number, time: localTime(paper.at) })
            return (
              <figure key={paper.number} className="paper">
                <figcaption>{name}</figcaption>
                <img src={paper.picture} width={paper.width} height={paper.height} alt={name} />
              </figure>
            )
          })}
        </section>
      )}
      <section className="papers" aria-label={text('printing.jobs')}>
        <h3>{text('printing.jobs')}</h3>
        {jobs.isError && <Notice kind="error">{sentence({ code: 'engine_silent' })}</Notice>}
        {jobs.data?.length === 0 && <p className="field-hint">{text('printing.no_jobs')}</p>}
        <ul className="jobs">
          {jobs.data?.map((job) => (
            <li key={job.jobId}>
              <span className="job-what">
                <PrintJobWords job={job} />
                <small>
                  {localTime(job.at)} · {job.externalRef}
                </small>
              </span>
              {canPrintAgain(job) && (
                <Button
                  icon="printer"
                  aria-label={text('printing.again_of', { what: job.externalRef })}
                  onClick={() => again(job.jobId)}
                >
                  {text('printing.again')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </Modal>
  )
}
