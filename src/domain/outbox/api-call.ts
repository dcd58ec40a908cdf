import { KEPT_KINDS } from '../document/document-type.ts'

/** What may be asked of the API about a document: posts, questions, cancellations and files. */
export const API_CALLS = ['post', 'status', 'cancel', 'cancel_status', ...KEPT_KINDS] as const
export type ApiCall = (typeof API_CALLS)[number]
