import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { isOfTheLine } from '#domain/outbox/next-try.ts'
import { fileDelay } from '#domain/outbox/retry-policy.ts'
import { reach } from '#failpoint'
import type { FileArchive } from '../ports/file-archive.ts'
import type { FileAnswer, FiscalApi } from '../ports/fiscal-api.ts'
import type { FileTask, Stores } from '../ports/stores.ts'
import type { Chance, Clock, UnitOfWork } from '../ports/system.ts'
import { recordAttempt } from './record-attempt.ts'

const stampOf = ({ facts }: FiscalDocument): string => facts?.receptionStamp ?? ''

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'files' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly chance: Chance
  readonly api: FiscalApi
  readonly archive: FileArchive
}

/**
 * Fetches one wanted file and keeps it; otherwise the wish stays, for later each time that the API has none. What is the line's trouble costs no
 * try. A ticket that was asked for before the stamp came is not kept: the one that shows the stamp is wished for by then. The attempt is
 * written either way.
 */
export const fetchFile =
  ({ stores, unitOfWork, clock, chance, api, archive }: Dependencies) =>
  async (task: FileTask): Promise<FileAnswer> => {
    const startedAt = clock.now()
    const documentNow = (): FiscalDocument => {
      const document = stores.documents.find(task.externalRef)
      if (!document) throw new Error(`file wanted without a document: ${task.externalRef}`)
      return document
    }
    const document = documentNow()
    const answer = await api.file(task.externalRef, task.kind)
    const { result } = answer
    reach('file_after_answer')
    const isOutdated = stampOf(documentNow()) !== stampOf(document)
    const kept =
      result.kind === 'file' && !isOutdated
        ? archive.write({ ...task, date: document.businessDate, bytes: result.bytes })
        : null
    reach('file_after_write')
    unitOfWork.run(() => {
      const now = clock.now()
      const before = documentNow()
      const after = result.kind === 'file' && result.fiscalDate ? { ...before, fiscalDate: result.fiscalDate } : before
      if (after !== before) stores.documents.update(after)
      recordAttempt(stores, after, {
        call: task.kind,
        revision: document.revision,
        startedAt,
        endedAt: now,
        outcome: result.kind,
        httpStatus: answer.httpStatus,
        detail: 'detail' in result ? result.detail : (kept?.sha256 ?? ''),
        answer: null,
      })
      if (kept && result.kind === 'file')
        stores.files.keep(task.externalRef, {
          kind: task.kind,
          ...kept,
          bytes: result.bytes.byteLength,
          fetchedAt: now,
        })
      else if (!isOutdated) {
        const tries =
          result.kind !== 'file' && result.kind !== 'not_available' && isOfTheLine(result.kind)
            ? task.tries
            : task.tries + 1
        stores.files.postpone({ ...task, tries, dueAt: now + fileDelay(tries, chance.random) })
      }
    })
    reach('file_after_commit')
    return answer
  }
