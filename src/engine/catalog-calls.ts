import type { FiscalApi } from '#application/ports/fiscal-api.ts'
import type { AskedCall } from './asked-call.ts'

type Dependencies = { readonly api: Pick<FiscalApi, 'hasKey' | 'catalog'>; readonly askedCall: AskedCall }

/** Searches of the catalogues that are counted in the budget, and tell of the line what concerns every call. */
export const createCatalogCalls = ({ api, askedCall }: Dependencies): Pick<FiscalApi, 'hasKey' | 'catalog'> => ({
  hasKey: api.hasKey,
  catalog: (kind, search) => askedCall(() => api.catalog(kind, search)),
})
