import { filesToFetch } from '#domain/document/files-due.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import type { FetchNow } from '../fetch-now.ts'
import { implementer } from './implement-contract.ts'

type Needs = Pick<Parts, 'stores' | 'archive' | 'api' | 'documentChanged'> & { readonly fetchNow: FetchNow }

const TYPES: Readonly<Record<string, string>> = { pdf: 'application/pdf', json: 'application/json' }

/** A document's files: those that are kept at once, others as soon as the API has handed them over. */
export const fileHandlers = ({ stores, archive, api, documentChanged, fetchNow }: Needs) => ({
  file: implementer.documents.file.handler(async ({ input: { externalRef, kind } }) => {
    const document = stores.documents.find(externalRef)
    if (!document) return fail(refusal('document_unknown', 'external_ref'))
    const read = () => {
      const kept = stores.files.find(externalRef, kind)
      const bytes = kept && archive.read(kept)
      if (!kept || !bytes) return null
      const extension = kept.path.split('.').at(-1) ?? ''
      return {
        name: `${externalRef}.${kind}.${extension}`,
        type: TYPES[extension] ?? 'application/octet-stream',
        base64: Buffer.from(bytes).toString('base64'),
      }
    }
    const here = read()
    if (here) return ok(here)
    if (!filesToFetch(document).includes(kind)) return fail(refusal('file_not_available', 'kind'))
    if (!api.hasKey()) return fail(refusal('no_key', 'external_ref'))
    await fetchNow(externalRef, kind)
    documentChanged(externalRef)
    const fetched = read()
    return fetched ? ok(fetched) : fail(refusal('file_not_available', 'kind'))
  }),
})
