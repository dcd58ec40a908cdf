import type { KeptKind } from '#domain/document/document-type.ts'
import { canBeFetched, filesDue, NOTE_FILES } from '#domain/document/files-due.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { Month, MonthBook } from '../ports/month-book.ts'
import type { FileTask, Stores } from '../ports/stores.ts'

export type FileWish = Pick<FileTask, 'externalRef' | 'kind'>

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'files'>
  readonly monthBook: MonthBook
  /** Resolves once whoever waits had a turn. */
  readonly breathe: () => Promise<void>
  /** All in one commit. */
  readonly wish: (wishes: readonly FileWish[]) => void
}

/**
 * Wishes for every file that a month has not got yet, the letter PDFs of its invoices too, which are not fetched by themselves. They come at the
 * pace of the rate budget; says how many are wished for.
 */
export const wishForMonth =
  ({ stores, monthBook, breathe, wish }: Dependencies) =>
  async (month: Month): Promise<number> => {
    const wishes: FileWish[] = []
    const wishFor = async (
      externalRefs: readonly string[],
      due: (document: FiscalDocument) => readonly KeptKind[],
    ): Promise<void> => {
      for (const externalRef of externalRefs) {
        await breathe()
        const document = stores.documents.find(externalRef)
        if (!document) continue
        const kept = stores.files.list(externalRef).map(({ kind }) => kind)
        const lacking = due(document).filter((kind) => !kept.includes(kind) && canBeFetched(document, kind))
        wishes.push(...lacking.map((kind) => ({ externalRef, kind })))
      }
    }
    await wishFor(monthBook.documents(month), (document) => filesDue(document, true))
    await wishFor(monthBook.noted(month), () => NOTE_FILES)
    wish(wishes)
    return wishes.length
  }
