import type { DocumentType } from '#domain/document/document-type.ts'

export type Routes = {
  readonly issue: string
  readonly status: string
  readonly cancel: string
  readonly cancelStatus: string
}

const INVOICES: Routes = {
  issue: '/invoice',
  status: '/status',
  cancel: '/invalidate',
  cancelStatus: '/invalidate/status',
}

/** Where each type is issued, asked about and cancelled. Source: Ocote API contract, §2. */
export const ROUTES: Readonly<Record<DocumentType, Routes>> = {
  '01': INVOICES,
  '03': INVOICES,
  '05': { ...INVOICES, issue: '/credit-memo', status: '/credit-memo/status' },
  '11': INVOICES,
  '14': {
    issue: '/suex',
    status: '/suex/status',
    cancel: '/invalidate/suex',
    cancelStatus: '/invalidate/suex/status',
  },
}
