import { after } from './en/after.ts'
import { backups } from './en/backups.ts'
import { documents } from './en/documents.ts'
import { month } from './en/month.ts'
import { paying } from './en/paying.ts'
import { printing } from './en/printing.ts'
import { query } from './en/query.ts'
import { refusal } from './en/refusal.ts'
import { remark, remark_short } from './en/remark.ts'
import { said } from './en/said.ts'
import { selling } from './en/selling.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import type { es } from './es.ts'

/** English: every key of the Spanish, or it does not compile. */
export const en: typeof es = {
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
