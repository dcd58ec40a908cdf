import type { FoundDocument } from '#application/querying/query-document.ts'
import type { QueriedDocumentView } from '#contract/query.ts'
import { fail, ok } from '#domain/result/result.ts'
import { askingRefusal } from '../asking-refusal.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'queryDocument' | 'queryFile' | 'api' | 'line' | 'clock'>

const viewOf = ({ facts, ...document }: FoundDocument): QueriedDocumentView => {
  const { isDuplicate: _, ...told } = facts
  return mutable({ ...document, ...told })
}

/** Questions about any document of the company, this till's or not. */
export const queryHandlers = (parts: Needs) => ({
  query: implementer.documents.query.handler(async ({ input }) => {
    const refused = askingRefusal(parts)
    if (refused) return mutable(fail(refused))
    const found = await parts.queryDocument(input.idOrRef)
    return found.ok ? ok(viewOf(found.value)) : mutable(found)
  }),
  queryFile: implementer.documents.queryFile.handler(async ({ input: { idOrRef, kind } }) => {
    const refused = askingRefusal(parts)
    if (refused) return mutable(fail(refused))
    const found = await parts.queryFile(idOrRef, kind)
    if (!found.ok) return mutable(found)
    const { name, type, bytes } = found.value
    return ok({ name, type, base64: Buffer.from(bytes).toString('base64') })
  }),
})
