import { useState } from 'react'
import type { DocumentFilters } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { csvFile } from '../../ui/csv.ts'
import { type EngineClient, useEngine } from '../../ui/engine.ts'
import { Notice, type NoticeKind } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLongWork } from '../../ui/use-long-work.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { collectCsv } from './documents-csv.ts'

class Refused extends Error {
  readonly refusal: RefusalView
  constructor(refusal: RefusalView) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Retries what the filters find, page by page, and says after each how many. */
async function* retryListed(client: EngineClient, filters: DocumentFilters): AsyncGenerator<number> {
  let [retried, after] = [0, null as string | null]
  do {
    const page = await ask(client.documents.retryListed({ ...filters, ...(after !== null && { after }) }))
    if (!page.ok) throw new Refused(page.error)
    retried += page.value.retried
    after = page.value.next
    yield retried
  } while (after !== null)
}

async function* counted(steps: AsyncIterable<number>, tell: (count: number) => void): AsyncGenerator<number> {
  for await (const count of steps) {
    tell(count)
    yield count
  }
}

type Said = { readonly kind: NoticeKind; readonly text: string }

/** What can be done with everything that the filters find, however many pages that is. */
export const ListActions = ({ filters }: { readonly filters: DocumentFilters }) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const work = useLongWork()
  const [doing, setDoing] = useState<'retrying' | 'exporting'>('retrying')
  const [said, setSaid] = useState<Said | null>(null)

  const begin = async (
    what: typeof doing,
    steps: AsyncIterable<number>,
    done: (count: number) => Said,
    stopped: (count: number) => Said,
  ) => {
    setDoing(what)
    setSaid(null)
    let count = 0
    const follow = counted(steps, (now) => {
      count = now
    })
    try {
      setSaid((await work.run(follow)) === 'done' ? done(count) : stopped(count))
    } catch (cause) {
      const refusal = cause instanceof Refused ? cause.refusal : { code: 'engine_silent' }
      setSaid({ kind: 'error', text: sentence(refusal) })
    }
  }
  const retry = () =>
    begin(
      'retrying',
      retryListed(client, filters),
      (count) =>
        count === 0
          ? { kind: 'info', text: text('documents.retried_none') }
          : { kind: 'success', text: text('documents.retried', { count }) },
      (count) => ({ kind: 'info', text: text('documents.retry_stopped', { count }) }),
    )
  const save = () => {
    const parts: string[] = []
    return begin(
      'exporting',
      collectCsv(client, filters, parts, text),
      (count) => {
        saveFile(`documentos-${localDate(Date.now())}.csv`, csvFile(parts))
        return { kind: 'success', text: text('documents.exported', { count }) }
      },
      () => ({ kind: 'info', text: text('documents.export_stopped') }),
    )
  }

  return (
    <footer className="list-actions">
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {work.count === null ? (
        <div className="list-buttons">
          <Button icon="retry" onClick={retry}>
            {text('documents.retry_all')}
          </Button>
          <Button icon="download" onClick={save}>
            {text('documents.export')}
          </Button>
        </div>
      ) : (
        <div className="list-buttons">
          <p role="status">{text(`documents.${doing}`, { count: work.count })}</p>
          <Button icon="close" onClick={work.stop}>
            {text('documents.stop')}
          </Button>
        </div>
      )}
    </footer>
  )
}
