import path from 'node:path'
import { isIssued } from '#domain/document/document-state.ts'
import { type DocumentType, type FileKind, TRAITS } from '#domain/document/document-type.ts'
import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused, UsageError } from '../command.ts'
import { saveBytes } from '../save-bytes.ts'
import { waitUntil } from '../wait-until.ts'
import { documentOf } from './documents.ts'

/** Where another process prints it, the command waits so long for it. */
const PRINTED_WITHIN_MS = 60_000
const BETWEEN_TRIES_MS = 200

const EXTENSIONS = ['.pdf', '.png', '.bin']

type PdfKind = Exclude<FileKind, 'json'>

/** What the API draws for paper: the ticket of an invoice, the letter of what has none. */
const pdfKindOf = (docType: DocumentType): PdfKind => (TRAITS[docType].files.includes('ticket') ? 'ticket' : 'invoice')

const keptPdf = (engine: Engine, ref: string, kind: PdfKind): Uint8Array | null => {
  const kept = engine.stores.files.find(ref, kind)
  return kept && engine.archive.read(kept)
}

/** The API's PDF of an issued document, fetched first where it is not kept yet; null where it can't be had now. */
const pdfOf = async (engine: Engine, ref: string, kind: PdfKind): Promise<Uint8Array | null> => {
  const kept = keptPdf(engine, ref, kind)
  if (kept || !engine.api.hasKey()) return kept
  await engine.fetchFile({ externalRef: ref, kind, dueAt: engine.clock.now(), tries: 0 })
  return keptPdf(engine, ref, kind)
}

const NOT_AVAILABLE: Readonly<Record<PdfKind, string>> = {
  ticket: 'ticket_not_available',
  invoice: 'file_not_available',
}

const save = (out: string, bytes: Uint8Array, value: object): Done => {
  const saved = saveBytes(out, bytes)
  if (!saved.ok) return refused(saved.error)
  return done({ ...value, out, bytes: bytes.byteLength }, [`${out}  ${bytes.byteLength} bytes`])
}

/**
 * The paper that this document may have now: the official ticket once issued, the slip before. To the printer, or into a file: the
 * API's PDF (a letter where the type has no ticket), a picture of the paper, or the printer's bytes.
 */
export const print = async (engine: Engine, ref: string, out: string | null): Promise<Done> => {
  const extension = out === null ? null : path.extname(out).toLowerCase()
  if (extension !== null && !EXTENSIONS.includes(extension))
    throw new UsageError(`--out: FILE${EXTENSIONS.join(', FILE')}`)
  const document = documentOf(engine, ref)
  if (!document.ok) return refused(document.error)
  if (document.value.state === 'cancelled') return refused(refusal('document_cancelled', 'REF'))
  const issued = isIssued(document.value.state)
  const kind = pdfKindOf(document.value.docType)
  // A letter is no paper of the till's printer: it is asked for by its name alone.
  const pdf = issued && (kind === 'ticket' || extension === '.pdf') ? await pdfOf(engine, ref, kind) : null
  if (out !== null && extension === '.pdf')
    return pdf
      ? save(out, pdf, { external_ref: ref, paper: kind })
      : refused(refusal(issued ? NOT_AVAILABLE[kind] : 'not_issued_yet', 'REF'))
  const paper = issued ? (pdf ? 'ticket' : 'text_ticket') : 'slip'
  if (out !== null) {
    const copy = 1 + engine.stores.printJobs.printedBefore(ref, paper)
    const composed = await engine.composePaper(ref, paper, copy)
    const bytes = extension === '.png' ? engine.printers.picture(composed.bytes) : composed.bytes
    return save(out, bytes, { external_ref: ref, paper: composed.paper })
  }
  if ((await engine.printers.check()).kind === 'none')
    return refused(refusal('printer_not_configured', 'TOROGOZ_PRINTER'))
  const asked = engine.guardDisk(() => engine.askForPaper(ref))
  if (!asked.ok) return refused(asked.error)
  const { jobId } = asked.value
  const jobNow = () => engine.stores.printJobs.find(jobId)
  const hasEnded = () => !['waiting', 'printing'].includes(jobNow()?.state ?? '')
  for (const endsAt = Date.now() + PRINTED_WITHIN_MS; !hasEnded() && Date.now() < endsAt; ) {
    await engine.printJob(jobId)
    await waitUntil(hasEnded, BETWEEN_TRIES_MS)
  }
  const job = jobNow()
  if (!job) throw new Error(`no print job ${jobId}`)
  const value = { external_ref: ref, paper: job.paper, state: job.state, copy: job.copy }
  return job.state === 'printed'
    ? done(value, [`${ref}  ${job.paper}  impreso`])
    : refused(refusal(job.code ?? 'print_unknown'), [`${ref}  ${job.paper}  ${job.state}`], value)
}
