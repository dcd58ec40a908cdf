import { useEffect, useRef, useState } from 'react'
import type { DocumentFilters } from '#contract/documents.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { csvFile } from '../../ui/csv.ts'
import { useEngine } from '../../ui/engine.ts'
import { Notice, type NoticeKind } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLongWork } from '../../ui/use-long-work.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { collectCsv } from './documents-csv.ts'
import { RetryDialog } from './retry-dialog.tsx'
import { Refused, retryListed } from './retry-listed.ts'

async function* counted(steps: AsyncIterable<number>, tell: (count: number) => void): AsyncGenerator<number> {
  for await (const count of steps) {
    tell(count)
    yield count
  }
}

type Said = { readonly kind: NoticeKind; readonly text: string }

/** How a work ends, in words; each gets how many had been done by then. */
type Endings = {
  readonly done: (count: number) => Said
  readonly stopped: (count: number) => Said
  readonly failed: (count: number, why: string) => Said
}

type ListActionsProps = {
  /** Null while a filter is wrong: nothing is done with what nobody asked for. */
  readonly filters: DocumentFilters | null
}

/** What can be done with everything that the filters find, however many pages that is. */
export const ListActions = ({ filters }: ListActionsProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const work = useLongWork()
  const [progress, setProgress] = useState<(count: number) => string>(() => String)
  const [isAsking, setAsking] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const hasBegun = useRef(false)
  const footer = useRef<HTMLElement>(null)
  const isWorking = work.count !== null
  /** The button that began a work gives way to the one that stops it, and that one to the first again: so does the focus. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: the beginning and the end of a work are the moments.
  useEffect(() => {
    if (hasBegun.current && document.activeElement === document.body) footer.current?.querySelector('button')?.focus()
  }, [isWorking])

  const begin = async (words: (count: number) => string, steps: AsyncIterable<number>, endings: Endings) => {
    hasBegun.current = true
    setProgress(() => words)
    setSaid(null)
    let count = 0
    const follow = counted(steps, (now) => {
      count = now
    })
    try {
      setSaid((await work.run(follow)) === 'done' ? endings.done(count) : endings.stopped(count))
    } catch (cause) {
      const refusal = cause instanceof Refused ? cause.refusal : { code: 'engine_silent' }
      setSaid(endings.failed(count, sentence(refusal)))
    }
  }
  const retry = (asked: DocumentFilters, total: number) =>
    begin((count) => text('documents.retrying', { count, total }), retryListed(client, asked), {
      done: (count) =>
        count === 0
          ? { kind: 'info', text: text('documents.retried_none') }
          : { kind: 'success', text: text('documents.retried', { count }) },
      stopped: (count) => ({ kind: 'info', text: text('documents.retry_stopped', { count }) }),
      failed: (count, why) => ({ kind: 'error', text: `${text('documents.retry_failed', { count })} ${why}` }),
    })
  const save = (asked: DocumentFilters) => {
    const parts: string[] = []
    return begin((count) => text('documents.exporting', { count }), collectCsv(client, asked, parts, text), {
      done: (count) => {
        saveFile(`documentos-${localDate(Date.now())}.csv`, csvFile(parts))
        return { kind: 'success', text: text('documents.exported', { count }) }
      },
      stopped: () => ({ kind: 'info', text: text('documents.export_stopped') }),
      failed: (_, why) => ({ kind: 'error', text: why }),
    })
  }

  return (
    <footer ref={footer} className="list-actions">
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {work.count === null ? (
        <div key="idle" className="list-buttons">
          <Button icon="retry" disabled={filters === null} onClick={() => setAsking(true)}>
            {text('documents.retry_all')}
          </Button>
          <Button icon="download" disabled={filters === null} onClick={() => filters && save(filters)}>
            {text('documents.export')}
          </Button>
        </div>
      ) : (
        <div key="working" className="list-buttons">
          <p role="status">{progress(work.count)}</p>
          <Button icon="close" onClick={work.stop}>
            {text('documents.stop')}
          </Button>
        </div>
      )}
      {isAsking && filters && (
        <RetryDialog
          filters={filters}
          onClose={() => setAsking(false)}
          onRetry={(total) => {
            setAsking(false)
            void retry(filters, total)
          }}
        />
      )}
    </footer>
  )
}
