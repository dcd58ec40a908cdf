import { BASE_PATH } from '../api/api-context.ts'
import { isJsonObject } from '../invoice/field-reader.ts'
import type { Registry } from '../registry/registry.ts'

const NAMED_IN_PATH = new RegExp(`^${BASE_PATH}/(?:status|file|invalidate/status|invalidate)/([^/]+)$`)

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The external_ref that a request is about, for the log: from its body, or from its path (there an id stands for its document's ref). */
export const referenceOf = (path: string, body: unknown, registry: Registry): string | null => {
  if (path === `${BASE_PATH}/invoice`)
    return isJsonObject(body) && typeof body.external_ref === 'string' ? body.external_ref : null
  const segment = NAMED_IN_PATH.exec(path)?.[1]
  if (segment === undefined) return null
  const idOrRef = decoded(segment)
  return registry.records.find(({ documentId }) => documentId === idOrRef)?.externalRef ?? idOrRef
}
