import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import type { CompletedSaleView } from '#contract/sale.ts'
import { localTime } from '#domain/clock/local-time.ts'
import { canCorrect } from '#domain/document/can-correct.ts'
import { CAN_CORRECT } from '#domain/document/document-state.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { isOfCustomer } from '../../ui/advice.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { fiscalWordOf } from '../../ui/fiscal-word.ts'
import { Icon } from '../../ui/icons.tsx'
import { useLiveDocument, useLiveJob, usePapers } from '../../ui/live.ts'
import { Modal } from '../../ui/modal.tsx'
import { PrintJobWords } from '../../ui/print-job-words.tsx'
import { RemarkAdvice } from '../../ui/remark-advice.tsx'
import { useSettleDue } from '../../ui/use-settle-due.ts'
import { DueDifference, SETTLE_KEYS } from './due-difference.tsx'
import { ResultMoney } from './result-money.tsx'
import './result.css'

type ResultViewProps = {
  readonly sale: CompletedSaleView
  /** `typed` is the first character of the next scan, where that is what closed the view. */
  readonly onNext: (typed: string) => void
  readonly onCorrect: (document: DocumentSummaryView) => void
  readonly onSeeDocument: (document: DocumentSummaryView) => void
}

const ICONS = { good: 'check', waiting: 'clock', bad: 'alert' } as const

/** The sale is on disk: what to give back, and what becomes of the invoice as it happens. */
export const ResultView = ({ sale, onNext, onCorrect, onSeeDocument }: ResultViewProps) => {
  const text = useText()
  const till = useTill()
  const { queries } = useEngine()
  const document = useLiveDocument(sale.document)
  const job = useLiveJob(document.externalRef)
  const settings = useQuery(queries.settings.get.queryOptions())
  const paper = usePapers(till?.mode === 'training').findLast(({ at }) => at >= sale.completedAt)
  const next = useRef<HTMLButtonElement>(null)
  const due = useSettleDue(document, null, () => next.current?.focus())
  const word = fiscalWordOf(document, till?.connection.state)

  /** The dialog gives the focus back to where it was: from a correction a cashier goes on to the next sale. */
  const correct = () => {
    next.current?.focus()
    onCorrect(document)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const how = SETTLE_KEYS[event.key]
    if (how !== undefined) {
      event.preventDefault()
      void due.settle(how)
    }
    if (event.key.length === 1 && event.key !== ' ') {
      event.preventDefault()
      onNext(event.key)
    }
  }

  return (
    <Modal
      isHeadless
      shape="wide"
      title={text(TRAITS[document.docType].flow === 'out' ? 'result.paid_out' : 'result.charged')}
      className="result-modal"
      onClose={() => onNext('')}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a scan that begins here starts the next sale. */}
      <div className={`result${paper ? ' result-with-paper' : ''}`} onKeyDown={onKeyDown}>
        <ResultMoney sale={sale} document={document} />
        <DueDifference {...due} document={document} />
        <section
          className={`result-fiscal result-${word.look}`}
          aria-label={text(`sale.type_${document.docType}`)}
          aria-live="polite"
        >
          <Icon name={ICONS[word.look]} />
          <div>
            <h3 data-testid="fiscal-state">{text(word.title)}</h3>
            {word.detail && <p>{text(word.detail)}</p>}
            {CAN_CORRECT.includes(document.state) && <RemarkAdvice {...document} />}
            {document.amountsDiffer && <p>{text('result.amounts_differ')}</p>}
            {document.controlNumber && (
              <p className="result-number">
                {text('result.control_number')} <strong>{document.controlNumber}</strong>
              </p>
            )}
          </div>
          {word.isMoving && <span className="spinner" aria-hidden="true" />}
        </section>
        {paper && (
          <figure className="result-picture">
            <img
              src={paper.picture}
              alt={text('printing.paper_number', { number: paper.number, time: localTime(paper.at) })}
            />
          </figure>
        )}
        <section className="result-paper" aria-label={text('result.paper')} aria-live="polite">
          <Icon name="printer" />
          {job ? (
            <PrintJobWords job={job} />
          ) : (
            <span>
              {till?.printer.state === 'none'
                ? text('printing.test_none')
                : text(settings.data?.printAutomatically === false ? 'printing.not_automatic' : 'printing.nothing_yet')}
            </span>
          )}
        </section>
        <div className="result-actions">
          {canCorrect(document) && isOfCustomer(document) && (
            <Button large icon="pencil" onClick={correct}>
              {text('result.correct')}
            </Button>
          )}
          <Button large icon="document" onClick={() => onSeeDocument(document)}>
            {text('result.see_document')}
          </Button>
          <Button ref={next} look="main" large data-focus-first className="result-next" onClick={() => onNext('')}>
            {text('result.next')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
