import { CAN_CORRECT } from './document-state.ts'
import type { FiscalDocument } from './fiscal-document.ts'

/** Whether another customer can make it acceptable: a note names nobody of its own, its customer is that of its CCF. */
export const canCorrect = ({ docType, state }: Pick<FiscalDocument, 'docType' | 'state'>): boolean =>
  docType !== '05' && CAN_CORRECT.includes(state)
