import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DocumentFilter, documentFilter } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { DocumentDetail } from './document-detail.tsx'
import { DocumentList } from './document-list.tsx'
import './documents.css'
import './detail.css'

export type DocumentsStart = { readonly filter: DocumentFilter; readonly externalRef: string | null }

type DocumentsScreenProps = { readonly start: DocumentsStart; readonly onBack: () => void; readonly onHelp: () => void }

type Said =
  | { readonly kind: 'error'; readonly refusal: RefusalView }
  | { readonly kind: 'success'; readonly text: string }

/** Every document of this till: where it stands, what was said of it, and what a person can do. */
export const DocumentsScreen = ({ start, onBack, onHelp }: DocumentsScreenProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const counts = useQuery(queries.documents.counts.queryOptions()).data
  const waits = counts === undefined || counts.pending + counts.unknown + counts.contingency > 0
  const till = useTill()
  const [filter, setFilter] = useState(start.filter)
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState(start.externalRef)
  const [said, setSaid] = useState<Said | null>(null)
  useKeys([
    ['Escape', onBack],
    ['F9', onBack],
    ['F1', onHelp],
  ])

  const retryAll = async () => {
    const answer = await ask(client.documents.retry({ externalRef: null }))
    setSaid(
      answer.ok
        ? { kind: 'success', text: text('documents.retried', { count: answer.value.retried }) }
        : { kind: 'error', refusal: answer.error },
    )
  }

  return (
    <main className="documents">
      <header className="screen-head">
        <Button shortcut="Esc" onClick={onBack}>
          {text('common.back_to_sale')}
        </Button>
        <h1>{text('documents.title')}</h1>
        <fieldset className="chips" aria-label={text('documents.filters')}>
          {documentFilter.options.map((each) => (
            <Button key={each} aria-pressed={filter === each} onClick={() => setFilter(each)}>
              {text(`documents.${each}`)}
              {each === 'attention' && till && till.attention > 0 && <span className="count">{till.attention}</span>}
            </Button>
          ))}
        </fieldset>
        <Button icon="retry" disabled={!waits} onClick={retryAll}>
          {text('documents.retry_all')}
        </Button>
      </header>
      <div className="documents-body">
        <section className="documents-left" aria-label={text('documents.list')}>
          <div className="documents-search">
            <Icon name="search" />
            <input
              type="search"
              aria-label={text('documents.search')}
              placeholder={text('documents.search')}
              maxLength={100}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          </div>
          {said && <Notice kind={said.kind}>{said.kind === 'error' ? sentence(said.refusal) : said.text}</Notice>}
          <DocumentList filter={filter} sought={sought.trim()} chosen={chosen} onChoose={setChosen} />
        </section>
        <DocumentDetail key={chosen} externalRef={chosen} />
      </div>
    </main>
  )
}
