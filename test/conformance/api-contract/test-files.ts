import { testsIn } from './contract-row.ts'

/** The files that show the contract, by a short name each. */
export const contract = testsIn('conformance/simulator-contract')
export const client = testsIn('integration/ocote/ocote-api')
export const apiUrl = testsIn('unit/adapters/ocote/api-url')
export const answers = testsIn('unit/adapters/ocote/read-answer')
export const withheldAndNotes = testsIn('unit/adapters/ocote/withheld-and-notes')
export const retryAfter = testsIn('unit/adapters/ocote/retry-after')
export const requests = testsIn('unit/adapters/ocote/request-of-every-type')
export const requestLines = testsIn('unit/adapters/ocote/request-body')
export const lineProperties = testsIn('property/request-body')
export const carts = testsIn('property/every-type')
export const routes = testsIn('unit/adapters/ocote/routes')
export const catalogs = testsIn('unit/adapters/ocote/catalogs')
export const signed = testsIn('unit/adapters/ocote/signed-document')
export const everyType = testsIn('integration/engine/every-type')
export const querying = testsIn('integration/engine/query')
export const sending = testsIn('integration/engine/sending')
export const settling = testsIn('unit/application/sending/settle-try')
export const correcting = testsIn('unit/application/sending/correct-and-resend')
export const windows = testsIn('unit/domain/document/cancel-window')
export const cancelling = testsIn('unit/application/sending/cancel-windows')
export const returning = testsIn('unit/application/returning/return-goods')
export const crediting = testsIn('unit/application/returning/credit-sale')
export const withholding = testsIn('unit/domain/tax/withholding')
export const withoutVat = testsIn('unit/domain/sale/without-vat')
export const files = testsIn('unit/application/sending/check-file')
export const simulated = {
  amounts: testsIn('unit/simulator/amounts'),
  catalogs: testsIn('unit/simulator/catalogs'),
  creditMemo: testsIn('unit/simulator/credit-memo'),
  excludedSubject: testsIn('unit/simulator/excluded-subject'),
  files: testsIn('unit/simulator/files'),
  idempotency: testsIn('unit/simulator/idempotency'),
  invalidate: testsIn('unit/simulator/invalidate'),
  keysAndRoutes: testsIn('unit/simulator/keys-and-routes'),
  letter: testsIn('unit/simulator/letter-pdf'),
  ministry: testsIn('unit/simulator/ministry'),
  rateLimit: testsIn('unit/simulator/rate-limit'),
  validation: testsIn('unit/simulator/validation'),
  everyType: testsIn('unit/simulator/controls-of-every-type'),
}
