import { ANSWER } from './answer.ts'
import { CANCELLING } from './cancelling.ts'
import type { ContractRow } from './contract-row.ts'
import { ENDPOINTS } from './endpoints.ts'
import { REQUEST } from './request.ts'
import { STATUSES } from './statuses.ts'
import { TRANSPORT } from './transport.ts'

/** Every row and rule of the Ocote API contract, and the tests that show it. */
export const API_CONTRACT: readonly ContractRow[] = [
  ...TRANSPORT,
  ...ENDPOINTS,
  ...REQUEST,
  ...ANSWER,
  ...STATUSES,
  ...CANCELLING,
]
