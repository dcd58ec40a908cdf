import type { PrintJobView } from '#contract/printing.ts'
import { useText } from '../i18n/use-text.ts'
import { useSentence } from './use-sentence.ts'

const LOOKS = { waiting: 'plain', printing: 'plain', printed: 'good', failed: 'bad', unknown: 'waiting' } as const

/** Which paper, how far it is, and what to do where it did not come out. */
export const PrintJobWords = ({ job }: { readonly job: PrintJobView }) => {
  const text = useText()
  const sentence = useSentence()
  return (
    <div className="job-words">
      <p>
        {text(`printing.paper.${job.paper ?? 'undecided'}`)}
        {job.copy > 1 && ` · ${text('printing.copy', { copy: job.copy })}`}
        {' · '}
        <span className={`mark mark-${LOOKS[job.state]}`}>{text(`printing.state.${job.state}`)}</span>
      </p>
      {job.code && <small>{sentence({ code: job.code })}</small>}
    </div>
  )
}
