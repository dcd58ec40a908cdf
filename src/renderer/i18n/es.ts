import { after } from './es/after.ts'
import { backups } from './es/backups.ts'
import { documents } from './es/documents.ts'
import { month } from './es/month.ts'
import { paying } from './es/paying.ts'
import { printing } from './es/printing.ts'
import { query } from './es/query.ts'
import { refusal } from './es/refusal.ts'
import { remark, remark_short } from './es/remark.ts'
import { said } from './es/said.ts'
import { selling } from './es/selling.ts'
import { settings } from './es/settings.ts'
import { shell } from './es/shell.ts'

/** Salvadoran Spanish: the source of every key. */
export const es = {
  ...shell,
  customer: selling.customer,
  sale: selling.sale,
  held: selling.held,
  payment: paying.payment,
  method: paying.method,
  result: paying.result,
  documents: documents.documents,
  state: documents.state,
  outcome: documents.outcome,
  outcome_advice: documents.outcome_advice,
  printing,
  settings,
  ...backups,
  refusal,
  remark,
  remark_short,
  said,
  query,
  month,
  after: after.after,
  doc_type: after.doc_type,
}
