import { DOC_TYPES, DOCUMENT_TYPES, type DocType, type DocumentType } from '../document/document-types.ts'

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]
const allTypes = Object.values(DOCUMENT_TYPES)

export type IssuingRoute = DocumentType['issuedAt']

/** POST, with the document in the body. */
export const ISSUING_ROUTES: readonly IssuingRoute[] = unique(allTypes.map(({ issuedAt }) => issuedAt))
/** GET, followed by /{id_or_ref}. */
export const STATUS_ROUTES = unique(allTypes.flatMap(({ askedAt }) => askedAt))
/** POST, followed by /{id_or_ref}; GET with /status between them. */
export const CANCELLATION_ROUTES = unique(allTypes.map(({ cancelledAt }) => cancelledAt))

export type AskingRoute = (typeof STATUS_ROUTES)[number] | (typeof CANCELLATION_ROUTES)[number]

/** The types that a route knows; a document of another type is a 404 on it. */
export const typesAt = (route: AskingRoute): readonly DocType[] =>
  DOC_TYPES.filter((docType) => {
    const { askedAt, cancelledAt } = DOCUMENT_TYPES[docType]
    return [...askedAt, cancelledAt].includes(route)
  })
