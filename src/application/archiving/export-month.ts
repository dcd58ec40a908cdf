import { localDate } from '#domain/clock/local-time.ts'
import type { KeptKind } from '#domain/document/document-type.ts'
import { canBeFetched, filesDue, NOTE_FILES } from '#domain/document/files-due.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { BYTE_ORDER_MARK } from '#domain/report/csv-line.ts'
import { type Enclosed, type IndexedFile, MONTH_HEADER, monthLine, noteLine } from '#domain/report/month-index.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { FileArchive } from '../ports/file-archive.ts'
import type { Month, MonthBook } from '../ports/month-book.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock } from '../ports/system.ts'
import type { OpenZip, ZipWriter } from '../ports/zip-writer.ts'
import type { FileWish } from './wish-for-month.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'sales' | 'documents' | 'files'>
  readonly archive: FileArchive
  readonly monthBook: MonthBook
  readonly clock: Clock
  readonly openZip: OpenZip
  /** The UTF-8 bytes of a text. */
  readonly encode: (text: string) => Uint8Array
  /** Resolves once whoever waits had a turn. */
  readonly breathe: () => Promise<void>
  /** Files that should be there and are not, and can be fetched; all in one commit. */
  readonly wish: (wishes: readonly FileWish[]) => void
}

export type ExportedMonth = {
  readonly file: string
  readonly documents: number
  readonly files: number
  /** Files that the month should have and has not got yet. */
  readonly missing: number
}

const INDEX = 'indice.csv'

/** Below the type's own folder, by the name that the file has in the archive. */
const entryName = (folder: string, { path }: { readonly path: string }): string =>
  `${folder}/${path.split('/').at(-1) ?? path}`

/**
 * Writes one ZIP of a month for the accountant: every kept file of the documents that count for it, and an index that tells their hashes and what is
 * missing; that is wished for again. One file at a time is in memory, and a sale never waits for longer than one takes.
 */
export const exportMonth = (dependencies: Dependencies) => {
  const { stores, archive, monthBook, clock, openZip, encode, breathe, wish } = dependencies

  /** Only what is still what was kept goes in. */
  const enclose = async (
    zip: ZipWriter,
    { externalRef }: FiscalDocument,
    folder: string,
    kinds: readonly KeptKind[],
  ): Promise<readonly (IndexedFile & { readonly kind: KeptKind })[]> => {
    const enclosed = []
    for (const kept of stores.files.list(externalRef).filter(({ kind }) => kinds.includes(kind))) {
      const bytes = archive.read(kept)
      if (bytes === null) continue
      const name = entryName(folder, kept)
      await zip.add(name, bytes, kept.fetchedAt)
      enclosed.push({ name, sha256: kept.sha256, kind: kept.kind })
    }
    return enclosed
  }

  const write = async (zip: ZipWriter, month: Month) => {
    const refs = monthBook.documents(month)
    const noted = monthBook.noted(month)
    const lines = [BYTE_ORDER_MARK, MONTH_HEADER]
    const wishes: FileWish[] = []
    let [files, missing] = [0, 0]
    const add = async (
      document: FiscalDocument,
      folder: string,
      allowed: readonly KeptKind[],
      due: readonly KeptKind[],
    ): Promise<Omit<Enclosed, 'date'>> => {
      await breathe()
      const enclosed = await enclose(zip, document, folder, allowed)
      const lacking = due.filter((kind) => !enclosed.some((file) => file.kind === kind))
      const { externalRef } = document
      wishes.push(...lacking.filter((kind) => canBeFetched(document, kind)).map((kind) => ({ externalRef, kind })))
      files += enclosed.length
      missing += lacking.length
      return { files: enclosed, missing: lacking }
    }
    for (const ref of refs) {
      const document = stores.documents.find(ref)
      if (!document) continue
      const date = document.fiscalDate ?? localDate(document.issuedAt ?? document.createdAt)
      const enclosed = await add(document, document.docType, filesDue(document, true), filesDue(document, false))
      lines.push(monthLine(document, stores.sales.find(ref)?.totals.vat ?? 0, { date, ...enclosed }))
    }
    for (const ref of noted) {
      const document = stores.documents.find(ref)
      if (!document?.automaticNote) continue
      const date = localDate(document.cancelledAt ?? clock.now())
      const enclosed = await add(document, '05', NOTE_FILES, NOTE_FILES)
      const vat = stores.sales.find(ref)?.totals.vat ?? 0
      lines.push(noteLine(document, document.automaticNote, vat, { date, ...enclosed }))
    }
    wish(wishes)
    await zip.add(INDEX, encode(lines.join('')), clock.now())
    return { documents: lines.length - 2, files, missing }
  }

  return async (month: Month, file: string): Promise<Result<ExportedMonth, Refusal<'export_failed'>>> => {
    let zip: ZipWriter | null = null
    try {
      zip = openZip(file)
      const written = await write(zip, month)
      await zip.finish()
      return ok({ file, ...written })
    } catch (cause) {
      await zip?.abandon()
      return fail(
        refusal('export_failed', undefined, { detail: cause instanceof Error ? cause.message : String(cause) }),
      )
    }
  }
}
