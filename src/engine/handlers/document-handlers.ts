import type { DocumentFilter } from '#contract/documents.ts'
import { DOCUMENT_STATES, type DocumentState } from '#domain/document/document-state.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<
  Parts,
  | 'stores'
  | 'documentList'
  | 'documentDetail'
  | 'retryNow'
  | 'correctAndResend'
  | 'documentChanged'
  | 'guardDisk'
  | 'clock'
  | 'line'
>

const STATES: Readonly<Record<DocumentFilter, readonly DocumentState[]>> = {
  all: DOCUMENT_STATES,
  waiting: ['pending', 'unknown', 'contingency'],
  attention: ['rejected', 'refused', 'alarm'],
  issued: ['stamped', 'contingency'],
}

const PAGE = 100
/** A retry of everything stops here; the rest is due soon anyway. */
const MOST_RETRIED = 1000

export const documentHandlers = (parts: Needs) => {
  const { stores, documentList, documentDetail, retryNow, correctAndResend, documentChanged, guardDisk, clock, line } =
    parts
  const summary = (externalRef: string) => {
    const found = documentList.summary(externalRef)
    if (!found) throw new Error(`no document ${externalRef}`)
    return found
  }
  const retryEverything = (): number => {
    const waiting = documentList.page({
      states: STATES.waiting,
      text: null,
      before: null,
      most: MOST_RETRIED,
    })
    for (const { externalRef } of waiting) retryNow(externalRef)
    return waiting.length
  }
  return {
    list: implementer.documents.list.handler(({ input }) => {
      const text = input.text?.trim() ?? ''
      const found = documentList.page({
        states: STATES[input.filter],
        text: text === '' ? null : text,
        before: input.before ?? null,
        most: PAGE + 1,
      })
      return mutable({ documents: found.slice(0, PAGE), more: found.length > PAGE })
    }),
    counts: implementer.documents.counts.handler(() => documentList.counts()),
    get: implementer.documents.get.handler(({ input }) => {
      const detail = documentDetail(input.externalRef)
      return mutable(detail ? ok(detail) : fail(refusal('document_unknown', 'external_ref')))
    }),
    retry: implementer.documents.retry.handler(({ input }) => {
      line.release()
      if (input.externalRef === null) {
        const retried = retryEverything()
        documentChanged(null)
        return ok({ retried })
      }
      const { externalRef } = input
      const done = guardDisk(() => retryNow(externalRef))
      if (!done.ok) return mutable(done)
      documentChanged(externalRef)
      return ok({ retried: 1 })
    }),
    correct: implementer.documents.correct.handler(({ input }) => {
      const done = guardDisk(() => correctAndResend(input.externalRef, input.customer))
      if (!done.ok) return mutable(done)
      line.release()
      documentChanged(input.externalRef)
      return mutable(ok(summary(input.externalRef)))
    }),
    print: implementer.documents.print.handler(({ input }) => {
      if (!documentList.summary(input.externalRef)) return mutable(fail(refusal('document_unknown', 'external_ref')))
      const now = clock.now()
      const queued = guardDisk(() => ok({ jobId: stores.printJobs.insert(input.externalRef, now, now).jobId }))
      documentChanged(input.externalRef)
      return mutable(queued)
    }),
  }
}
