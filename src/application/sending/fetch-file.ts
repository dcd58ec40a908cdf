import type { Instant } from '#domain/clock/local-time.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { isOfTheLine } from '#domain/outbox/next-try.ts'
import { fileDelay } from '#domain/outbox/retry-policy.ts'
import { reach } from '#failpoint'
import type { FileArchive } from '../ports/file-archive.ts'
import type { FileAnswer, FiscalApi, SignedFacts } from '../ports/fiscal-api.ts'
import type { FileTask, Stores } from '../ports/stores.ts'
import type { Chance, Clock, UnitOfWork } from '../ports/system.ts'
import { checkFile, type Opens, requestOf, signedInto } from './check-file.ts'
import { recordAttempt } from './record-attempt.ts'

const stampOf = ({ facts }: FiscalDocument): string => facts?.receptionStamp ?? ''

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'files' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly chance: Chance
  readonly api: FiscalApi
  readonly archive: FileArchive
  /** Whether a PDF can be opened. */
  readonly opens: Opens
  /** What the signed JSON of a document says, in the same transaction. */
  readonly heardSigned: (document: FiscalDocument, signed: SignedFacts, now: Instant) => void
}

/**
 * Fetches one wanted file, and keeps it where it is what it should be: a PDF that opens, a JSON of this document. Otherwise the wish stays, for
 * later each time that the API has none. What is the line's trouble costs no try. A ticket that was asked for before the stamp came is not kept:
 * the one that shows the stamp is wished for by then. The attempt is written either way.
 */
export const fetchFile =
  ({ stores, unitOfWork, clock, chance, api, archive, opens, heardSigned }: Dependencies) =>
  async (task: FileTask): Promise<FileAnswer> => {
    const startedAt = clock.now()
    const documentNow = (): FiscalDocument => {
      const document = stores.documents.find(task.externalRef)
      if (!document) throw new Error(`file wanted without a document: ${task.externalRef}`)
      return document
    }
    const document = documentNow()
    const answer = await api.file(requestOf(document, task.kind))
    reach('file_after_answer')
    const result = await checkFile(opens, document, task.kind, answer.result)
    const isOutdated = stampOf(documentNow()) !== stampOf(document)
    const kept =
      result.kind === 'file' && !isOutdated
        ? archive.write({ ...task, date: document.businessDate, bytes: result.bytes })
        : null
    reach('file_after_write')
    unitOfWork.run(() => {
      const now = clock.now()
      const before = documentNow()
      const signed = result.kind === 'file' && task.kind === 'json' ? result.signed : null
      const after = signed ? signedInto(before, signed) : before
      if (signed) heardSigned(before, signed, now)
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
    return { ...answer, result }
  }
