import type { FiscalRecord } from '../registry/fiscal-record.ts'
import type { ApiContext, ApiRequest } from './api-context.ts'
import { type AskingRoute, typesAt } from './routes.ts'

/** The document that a path names by its id or ref, where it is the caller's and of a type that this route knows. */
export const findAt = ({ registry }: ApiContext, route: AskingRoute, request: ApiRequest): FiscalRecord | undefined => {
  const record = registry.find(request.env.companyHash, request.req.param('ref') ?? '')
  return record && typesAt(route).includes(record.content.docType) ? record : undefined
}
