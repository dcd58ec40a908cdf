import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { canCorrect } from '#domain/document/can-correct.ts'
import { canGiveUp } from '#domain/document/can-give-up.ts'
import { CAN_RETRY } from '#domain/document/document-state.ts'
import type { Result } from '#domain/result/result.ts'
import { useText } from '../../i18n/use-text.ts'
import { isOfCustomer, saidBy } from '../../ui/advice.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { Empty } from '../../ui/empty.tsx'
import { useEngine } from '../../ui/engine.ts'
import { useLiveJob } from '../../ui/live.ts'
import { Notice } from '../../ui/notice.tsx'
import { PrintJobWords } from '../../ui/print-job-words.tsx'
import { RemarkAdvice } from '../../ui/remark-advice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { stateDetail } from '../../ui/state-detail.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { AfterActions } from './after-actions.tsx'
import { AttemptTimeline } from './attempt-timeline.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { DocumentFiles } from './document-files.tsx'
import { DocumentLines } from './document-lines.tsx'
import { DueDifference } from './due-difference.tsx'
import { RelatedDocuments } from './related-documents.tsx'
import { standingNotes } from './standing-notes.ts'
import { WindowWords } from './window-words.tsx'

type Entering = {
  /** The focus is on its way to what can be done with the document. */
  readonly isEntering: boolean
  readonly onEntered: () => void
}

type Said =
  | { readonly kind: 'error'; readonly refusal: RefusalView }
  | { readonly kind: 'success'; readonly text: string }

const HEADINGS = {
  ministry: 'documents.said_by_ministry',
  service: 'documents.said_by_service',
  till: 'documents.what_happened',
} as const

type Seeing = { readonly onSee: (externalRef: string) => void }

type OpenedProps = Entering & Seeing & { readonly document: DocumentDetailView; readonly refresh: () => void }

const Opened = ({ document, refresh, isEntering, onEntered, onSee }: OpenedProps) => {
  const text = useText()
  const actions = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isEntering) return
    actions.current?.querySelector('button')?.focus()
    onEntered()
  }, [isEntering, onEntered])
  const sentence = useSentence()
  const { client } = useEngine()
  const job = useLiveJob(document.externalRef)
  const [isCorrecting, setCorrecting] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const { externalRef, state } = document

  const isCorrectable = canCorrect(document)
  const isLostNote = canGiveUp(document)
  /** Correcting the customer would not help: somebody else must. */
  const needsPerson = isCorrectable && !isOfCustomer(document)
  const correct = (
    <Button look={needsPerson ? 'quiet' : 'main'} icon="pencil" onClick={() => setCorrecting(true)}>
      {text('documents.correct')}
    </Button>
  )

  const run = async (call: Promise<Result<unknown, RefusalView>>, done: string) => {
    const answer = await ask(call)
    setSaid(answer.ok ? { kind: 'success', text: done } : { kind: 'error', refusal: answer.error })
    refresh()
  }

  return (
    <section className="detail" aria-label={text('documents.sale', { number: saleNumberText(document.saleNumber) })}>
      <header className="detail-head">
        <h2>{text('documents.sale', { number: saleNumberText(document.saleNumber) })}</h2>
        <StateMark state={state} />
        <p>
          <strong>{text(`doc_type.${document.docType}`)}</strong> ·{' '}
          {text(isLostNote ? 'result.safe_05' : needsPerson ? 'documents.kept' : stateDetail(document))}
        </p>
      </header>
      {needsPerson && <Notice kind="attention">{text('documents.tell_person')}</Notice>}
      {isLostNote && <Notice kind="attention">{text('after.note_lost')}</Notice>}
      <div ref={actions} className="detail-actions">
        {isCorrectable && !needsPerson && correct}
        {CAN_RETRY.includes(state) && (
          <Button
            look={needsPerson || isLostNote ? 'main' : 'plain'}
            icon="retry"
            onClick={() => run(client.documents.retry({ externalRef }), text('documents.retry_queued'))}
          >
            {text('documents.retry')}
          </Button>
        )}
        <Button
          icon="printer"
          onClick={() => run(client.documents.print({ externalRef }), text('documents.print_queued'))}
        >
          {text('documents.print')}
        </Button>
        <AfterActions
          document={document}
          onDone={refresh}
          onSee={onSee}
          onLost={() => actions.current?.querySelector('button')?.focus()}
        />
        {needsPerson && correct}
      </div>
      {said && <Notice kind={said.kind}>{said.kind === 'error' ? sentence(said.refusal) : said.text}</Notice>}
      {job && (
        <div className="detail-job">
          <PrintJobWords job={job} />
        </div>
      )}
      {document.amountsDiffer && (
        <Notice kind="error">
          {text('documents.amounts_differ')}{' '}
          {document.reportedTotal !== null &&
            text('documents.amounts_are', { ours: dollars(document.total), theirs: dollars(document.reportedTotal) })}
        </Notice>
      )}
      {document.remarks && (document.remarks.code !== '001' || document.remarks.texts.length > 0) && (
        <section className="detail-part">
          <h3>{text(HEADINGS[saidBy(document)])}</h3>
          <RemarkAdvice {...document} />
        </section>
      )}
      <DueDifference document={document} refresh={refresh} />
      {standingNotes(document).length === 0 && <WindowWords document={document} />}
      <RelatedDocuments document={document} onSee={onSee} />
      <DocumentFacts document={document} />
      <DocumentFiles document={document} />
      <DocumentLines document={document} />
      <AttemptTimeline history={document.history} isCorrectable={!isLostNote && isOfCustomer(document)} />
      {isCorrecting && (
        <CorrectDialog
          document={document}
          onCorrected={() => {
            setSaid({ kind: 'success', text: text('documents.corrected') })
            refresh()
          }}
          onClose={() => setCorrecting(false)}
        />
      )}
    </section>
  )
}

type DocumentDetailProps = Entering & Seeing & { readonly externalRef: string | null }

export const DocumentDetail = ({ externalRef, ...entering }: DocumentDetailProps) => {
  const text = useText()
  const sentence = useSentence()
  const { queries } = useEngine()
  const detail = useQuery(
    queries.documents.get.queryOptions({ input: { externalRef: externalRef ?? '-' }, enabled: externalRef !== null }),
  )
  if (externalRef === null)
    return (
      <div className="detail">
        <Empty icon="document" title={text('documents.choose')}>
          {text('documents.choose_detail')}
        </Empty>
      </div>
    )
  if (detail.data?.ok)
    return <Opened {...entering} document={detail.data.value} refresh={() => void detail.refetch()} />
  const refusal = detail.data ? detail.data.error : { code: 'engine_silent' }
  return (
    <div className="detail">
      {detail.isPending ? (
        <Empty icon="clock" title={text('common.loading')} />
      ) : (
        <Notice kind="error">
          {sentence(refusal)}
          <Button onClick={() => detail.refetch()}>{text('common.retry')}</Button>
        </Notice>
      )}
    </div>
  )
}
