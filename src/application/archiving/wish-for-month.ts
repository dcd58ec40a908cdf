import type { KeptKind } from '#domain/document/document-type.ts'
import { canBeFetched, filesDue, NOTE_FILES } from '#domain/document/files-due.ts'
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
    const lackOf = (externalRef: string, kinds: readonly KeptKind[]): readonly FileWish[] => {
      const kept = stores.files.list(externalRef).map(({ kind }) => kind)
      return kinds.filter((kind) => !kept.includes(kind)).map((kind) => ({ externalRef, kind }))
    }
    const wishes: FileWish[] = []
    for (const externalRef of monthBook.documents(month)) {
      await breathe()
      const document = stores.documents.find(externalRef)
      const kinds = document ? filesDue(document, true).filter((kind) => canBeFetched(document, kind)) : []
      wishes.push(...lackOf(externalRef, kinds))
    }
    for (const externalRef of monthBook.noted(month)) wishes.push(...lackOf(externalRef, NOTE_FILES))
    wish(wishes)
    return wishes.length
  }
