import { oc } from '@orpc/contract'
import { z } from 'zod'
import { FILE_KINDS } from '#domain/document/document-type.ts'
import { cents, documentType, resultOf } from './values.ts'

const idOrRef = z.string().trim().min(1).max(100)

/** Any document of the company as the API has it; texts are empty where it gave none. */
export const queriedDocument = z.object({
  /** Whether it was made at this till. */
  isOurs: z.boolean(),
  docType: documentType.nullable(),
  state: z.enum(['stamped', 'contingency', 'rejected', 'not_in_contract']),
  /** Null where the API does not say. */
  cancelled: z.boolean().nullable(),
  externalRef: z.string(),
  documentId: z.string(),
  controlNumber: z.string(),
  generationCode: z.string(),
  receptionStamp: z.string(),
  amounts: z.object({
    taxable: cents.nullable(),
    vat: cents.nullable(),
    gross: cents.nullable(),
    withheld: cents.nullable(),
  }),
  remarks: z.object({ code: z.string(), texts: z.array(z.string()) }),
  /** The signed JSON and the tax authority's raw answer, indented. */
  signed: z.string().nullable(),
  ministry: z.string().nullable(),
  files: z.array(z.enum(FILE_KINDS)),
})
export type QueriedDocumentView = z.infer<typeof queriedDocument>

export const queryQuestions = {
  /** Asks the API about any document by its ref or id; refused where it cannot be asked now, or has none of this name. */
  query: oc.input(z.object({ idOrRef })).output(resultOf(queriedDocument)),
  /** A file of such a document, which is not kept here. */
  queryFile: oc
    .input(z.object({ idOrRef, kind: z.enum(FILE_KINDS) }))
    .output(resultOf(z.object({ name: z.string(), type: z.string(), base64: z.string() }))),
}
