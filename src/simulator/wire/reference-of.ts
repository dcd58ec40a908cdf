import { BASE_PATH } from '../api/api-context.ts'
import { CANCELLATION_ROUTES, ISSUING_ROUTES, STATUS_ROUTES } from '../api/routes.ts'
import { isJsonObject } from '../document/field-reader.ts'
import type { Registry } from '../registry/registry.ts'

/** The longest first, so that no part of a route is taken for a ref. */
const NAMING_ROUTES = [
  ...CANCELLATION_ROUTES.map((route) => `${route}/status`),
  ...STATUS_ROUTES,
  ...CANCELLATION_ROUTES,
  '/file',
].sort((one, other) => other.length - one.length)

const NAMED_IN_PATH = new RegExp(`^${BASE_PATH}(?:${NAMING_ROUTES.join('|')})/([^/]+)$`)

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The external_ref that a request is about, for the log: from its body, or from its path (there an id stands for its document's ref, if it has one). */
export const referenceOf = (path: string, body: unknown, registry: Registry): string | null => {
  if (ISSUING_ROUTES.some((route) => path === BASE_PATH + route))
    return isJsonObject(body) && typeof body.external_ref === 'string' ? body.external_ref : null
  const segment = NAMED_IN_PATH.exec(path)?.[1]
  if (segment === undefined) return null
  const idOrRef = decoded(segment)
  return registry.records.find(({ documentId }) => documentId === idOrRef)?.externalRef || idOrRef
}
