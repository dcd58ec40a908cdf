import type { Catalogue } from '#application/ports/catalogue.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

export const catalogHandlers = (catalogue: Catalogue) => ({
  categories: implementer.catalog.categories.handler(() => mutable(catalogue.categories())),
  quickKeys: implementer.catalog.quickKeys.handler(({ input }) => mutable(catalogue.inCategory(input.category))),
  search: implementer.catalog.search.handler(({ input }) => mutable(catalogue.search(input.text))),
  find: implementer.catalog.find.handler(({ input }) => {
    const product = catalogue.find(input.code)
    return product ? ok(product) : mutable(fail(refusal('product_unknown', 'code', { code: input.code })))
  }),
})
