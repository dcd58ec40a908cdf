import { transition } from './document-state.ts'
import type { FiscalDocument } from './fiscal-document.ts'

/** Whether a person may go on without it: a credit note that was refused or rejected, and so counts for nobody. */
export const canGiveUp = ({ docType, state }: Pick<FiscalDocument, 'docType' | 'state'>): boolean =>
  docType === '05' && state !== 'withdrawn' && transition(state, 'given_up').state === 'withdrawn'
