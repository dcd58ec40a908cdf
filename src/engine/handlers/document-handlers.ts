import type { DocumentFilters as Asked } from '#application/ports/document-list.ts'
import { RETRIED_TOGETHER } from '#application/sending/retry-batch.ts'
import type { DocumentFilter, DocumentFilters } from '#contract/documents.ts'
import { NOT_ISSUED } from '#domain/document/deadlines.ts'
import { CAN_CORRECT, DOCUMENT_STATES, type DocumentState } from '#domain/document/document-state.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<
  Parts,
  | 'documentList'
  | 'documentDetail'
  | 'retryNow'
  | 'askForPaper'
  | 'retryBatch'
  | 'correctAndResend'
  | 'documentChanged'
  | 'guardDisk'
  | 'line'
>

const STATES: Readonly<Record<DocumentFilter, readonly DocumentState[]>> = {
  all: DOCUMENT_STATES,
  waiting: ['pending', 'unknown', 'awaiting'],
  contingency: ['contingency'],
  attention: ['rejected', 'refused', 'alarm'],
  issued: ['stamped', 'contingency', 'cancelling'],
  unissued: NOT_ISSUED,
}

const PAGE = 100
const COUNTED_AT_ONCE = 500
/** So many are made due in one commit, so that a sale never waits for longer than that takes. */
const RETRIED_AT_ONCE = 50

const asked = ({ filter, state, docType, from, to, totalFrom, totalTo, text }: DocumentFilters): Asked => {
  const states = STATES[filter]
  const sought = text?.trim() ?? ''
  return {
    states: state === undefined ? states : states.filter((each) => each === state),
    docType: docType ?? null,
    from: from ?? null,
    to: to ?? null,
    totalFrom: totalFrom ?? null,
    totalTo: totalTo ?? null,
    text: sought === '' ? null : sought,
  }
}

/** The same, and nothing that is not retried with others. */
const askedToRetry = (filters: DocumentFilters): Asked => {
  const all = asked(filters)
  return { ...all, states: all.states.filter((each) => RETRIED_TOGETHER.includes(each)) }
}

export const documentHandlers = (parts: Needs) => {
  const { documentList, documentDetail, retryNow, retryBatch, correctAndResend, askForPaper } = parts
  const { documentChanged, guardDisk, line } = parts
  const summary = (externalRef: string) => {
    const found = documentList.summary(externalRef)
    if (!found) throw new Error(`no document ${externalRef}`)
    return found
  }
  return {
    list: implementer.documents.list.handler(({ input }) =>
      mutable(documentList.page({ ...asked(input), after: input.after ?? null, most: input.most ?? PAGE })),
    ),
    get: implementer.documents.get.handler(({ input }) => {
      const detail = documentDetail(input.externalRef)
      return mutable(detail ? ok(detail) : fail(refusal('document_unknown', 'external_ref')))
    }),
    retry: implementer.documents.retry.handler(({ input }) => {
      line.release()
      const { externalRef } = input
      const done = guardDisk(() => retryNow(externalRef))
      if (!done.ok) return mutable(done)
      documentChanged(externalRef)
      return ok({ retried: 1 })
    }),
    retryable: implementer.documents.retryable.handler(({ input }) => {
      const after = input.after ?? null
      const { documents, next } = documentList.page({ ...askedToRetry(input), after, most: COUNTED_AT_ONCE })
      const refused = documents.filter(({ state }) => CAN_CORRECT.includes(state))
      return { count: documents.length, refused: refused.length, next }
    }),
    retryListed: implementer.documents.retryListed.handler(({ input }) => {
      const { documents, next } = documentList.page({
        ...askedToRetry(input),
        after: input.after ?? null,
        most: RETRIED_AT_ONCE,
      })
      const refs = documents.map(({ externalRef }) => externalRef)
      const done = guardDisk(() => ok({ retried: retryBatch(refs), next }))
      if (next === null) line.release()
      documentChanged(null)
      return mutable(done)
    }),
    correct: implementer.documents.correct.handler(({ input }) => {
      const done = guardDisk(() => correctAndResend(input.externalRef, input.customer))
      if (!done.ok) return mutable(done)
      line.release()
      documentChanged(input.externalRef)
      return mutable(ok(summary(input.externalRef)))
    }),
    print: implementer.documents.print.handler(({ input }) => {
      const queued = guardDisk(() => askForPaper(input.externalRef))
      if (!queued.ok) return mutable(queued)
      documentChanged(input.externalRef)
      return ok({ jobId: queued.value.jobId })
    }),
  }
}
