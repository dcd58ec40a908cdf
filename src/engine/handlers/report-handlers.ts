import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

export const reportHandlers = ({ dayReport }: Pick<Parts, 'dayReport'>) => ({
  day: implementer.reports.day.handler(({ input }) => mutable(dayReport(input.date))),
})
