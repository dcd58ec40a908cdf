import { createHash } from 'node:crypto'

const KEY = /^odt_[0-9a-f]{56}$/i

/** A company, known by the hash of its key; or why there is none, for a 401's `detail`. */
export type Authorised = { readonly companyHash: string } | { readonly detail: string }

/** Takes any well-formed key for a company of its own. `keyInQuery` is heard only where the API still does. Source: Ocote API contract, §1. */
export const authorise = (
  header: string | undefined,
  keyInQuery: string | undefined,
  isRevoked: () => boolean,
): Authorised => {
  const key = header === undefined ? keyInQuery : /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (key === undefined) return { detail: 'Falta la API key: use el encabezado Authorization: Bearer odt_…' }
  if (!KEY.test(key)) return { detail: 'La API key no es válida' }
  if (isRevoked()) return { detail: 'La API key está inactiva' }
  return { companyHash: createHash('sha256').update(key.toLowerCase()).digest('hex') }
}
