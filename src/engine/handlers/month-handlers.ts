import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'exportMonth' | 'monthFile' | 'wishForMonth' | 'viewChanged' | 'api'>

/** What an accountant gets of a month. */
export const monthHandlers = ({ exportMonth, monthFile, wishForMonth, viewChanged, api }: Needs) => ({
  exportMonth: implementer.documents.exportMonth.handler(async ({ input }) => {
    const exported = await exportMonth(input.month, monthFile(input.month))
    viewChanged()
    return mutable(exported)
  }),
  fetchMonth: implementer.documents.fetchMonth.handler(async ({ input }) => {
    if (!api.hasKey()) return mutable(fail(refusal('no_key')))
    const wished = await wishForMonth(input.month)
    viewChanged()
    return ok({ wished })
  }),
})
