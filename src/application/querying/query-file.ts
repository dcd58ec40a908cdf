import type { FileKind } from '#domain/document/document-type.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { FiscalApi } from '../ports/fiscal-api.ts'
import type { Opens } from '../sending/check-file.ts'
import { askedInVain } from './asked-in-vain.ts'

type Dependencies = { readonly api: Pick<FiscalApi, 'file'>; readonly opens: Opens }

export type QueriedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** One file of any document of the company, handed over and not kept here. A PDF that does not open is none. */
export const queryFile =
  ({ api, opens }: Dependencies) =>
  async (idOrRef: string, kind: FileKind): Promise<Result<QueriedFile, Refusal>> => {
    const { result } = await api.file({ idOrRef, kind })
    if (result.kind === 'not_available') return fail(refusal('file_not_available', 'kind'))
    if (result.kind !== 'file') return fail(askedInVain(result))
    const isJson = kind === 'json'
    if (!isJson && !(await opens(result.bytes))) return fail(refusal('file_not_available', 'kind'))
    const name = `${idOrRef.replaceAll(/[^\w.-]/g, '_')}.${kind}.${isJson ? 'json' : 'pdf'}`
    return ok({ name, type: isJson ? 'application/json' : 'application/pdf', bytes: result.bytes })
  }
