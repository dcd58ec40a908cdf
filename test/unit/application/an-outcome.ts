import type { IssuedFacts } from '#domain/document/issued-facts.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import { issuedFacts } from '../domain/a-document.ts'

const ACCEPTED = { code: '001', texts: [] }

export const stamped = (changes: Partial<IssuedFacts> = {}): Outcome => ({
  kind: 'stamped',
  facts: issuedFacts(changes),
  remarks: ACCEPTED,
})

export const inContingency = (changes: Partial<IssuedFacts> = {}): Outcome => ({
  kind: 'contingency',
  facts: issuedFacts({ receptionStamp: '', ...changes }),
  remarks: { code: '', texts: [] },
})

export const rejected = (facts: IssuedFacts | null = null): Outcome => ({
  kind: 'rejected',
  facts,
  remarks: { code: '096', texts: ['Campo #/receptor/correo no cumple el formato requerido'] },
})

export const unknown: Outcome = { kind: 'unknown', detail: 'ECONNRESET' }
export const unreachable: Outcome = { kind: 'unreachable', detail: 'ECONNREFUSED' }
export const refused: Outcome = { kind: 'refused', detail: 'customer.email: no es válido' }
export const notFound: Outcome = { kind: 'not_found' }
