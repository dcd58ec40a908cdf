import path from 'node:path'
import { filesToFetch } from '#domain/document/files-due.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { saveBytes } from '../save-bytes.ts'
import { waitUntil } from '../wait-until.ts'

export type FilesOptions = { readonly fetch?: boolean | undefined; readonly out?: string | undefined }

/** The pace of the rate budget is what a whole month takes: a day of patience is enough for any. */
const FETCHED_WITHIN_MS = 86_400_000

const keptOf = (engine: Engine, ref: string) =>
  engine.stores.files.list(ref).map((file) => ({ ...file, bytesKept: engine.archive.read(file) }))

/** What is lacking of one document, asked for here and now. */
const fetchLacking = async (engine: Engine, document: FiscalDocument): Promise<void> => {
  const { externalRef } = document
  const here = keptOf(engine, externalRef).flatMap(({ kind, bytesKept }) => (bytesKept === null ? [] : [kind]))
  for (const kind of filesToFetch(document).filter((one) => !here.includes(one)))
    await engine.fetchNow(externalRef, kind)
}

/** The kept files of one document; with `fetch` those that it lacks are asked for first, with `out` they are saved into a folder. */
export const files = async (engine: Engine, ref: string, { fetch, out }: FilesOptions): Promise<Done> => {
  const document = engine.stores.documents.find(ref)
  if (!document) return refused(refusal('document_unknown', 'REF', { ref }))
  if (fetch && !engine.api.hasKey()) return refused(refusal('no_key', 'OCOTE_API_KEY'))
  if (fetch) await fetchLacking(engine, document)
  const kept = keptOf(engine, ref)
  if (out !== undefined) {
    for (const { path: name, bytesKept } of kept) {
      const saved = bytesKept && saveBytes(path.join(out, path.posix.basename(name)), bytesKept)
      if (saved && !saved.ok) return refused(saved.error)
    }
  }
  const lacking = filesToFetch(document).filter((kind) => !kept.some((file) => file.kind === kind && file.bytesKept))
  const value = {
    external_ref: ref,
    files: kept.map(({ kind, path: name, sha256, bytes, fetchedAt, bytesKept }) => ({
      kind,
      name: path.posix.basename(name),
      sha256,
      bytes,
      fetched_at: new Date(fetchedAt).toISOString(),
      is_whole: bytesKept !== null,
    })),
    missing: lacking,
  }
  return done(value, [
    ...value.files.map(
      ({ kind, name, sha256, bytes, is_whole }) =>
        `${kind.padEnd(13)} ${String(bytes).padStart(9)}  ${sha256}  ${name}${is_whole ? '' : '  dañado o ausente'}`,
    ),
    ...(lacking.length === 0 ? [] : [`Falta: ${lacking.join(', ')}`]),
  ])
}

/** The ZIP of a month; with `fetch` all that it lacks is asked for first, at the pace of the rate budget. */
export const monthFiles = async (engine: Engine, month: string, { fetch, out }: FilesOptions): Promise<Done> => {
  if (fetch) {
    if (!engine.api.hasKey()) return refused(refusal('no_key', 'OCOTE_API_KEY'))
    const wished = await engine.wishForMonth(month)
    console.error(`${wished} archivos por traer`)
    const isFetched = () => !engine.sender.isBusy() && engine.stores.files.nextWanted(engine.clock.now()) === null
    await waitUntil(() => {
      engine.startSending()
      return isFetched() || (engine.line.state() !== 'online' && !engine.sender.isBusy())
    }, FETCHED_WITHIN_MS)
  }
  const exported = await engine.exportMonth(month, path.resolve(out ?? engine.monthFile(month)))
  if (!exported.ok) return refused(exported.error)
  const { file, documents, files: enclosed, missing } = exported.value
  return done(exported.value, [
    `${file}  ${documents} documentos  ${enclosed} archivos`,
    ...(missing === 0 ? [] : [`Faltan ${missing} archivos: están en la columna Faltantes del índice.`]),
  ])
}
