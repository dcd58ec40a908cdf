import type { AutomaticNote, IssuedFacts, Remarks } from './issued-facts.ts'

/** What one call to the API came to. Source: Ocote API contract, §4–5. */
export type Outcome =
  | { readonly kind: 'stamped'; readonly facts: IssuedFacts; readonly remarks: Remarks }
  | { readonly kind: 'contingency'; readonly facts: IssuedFacts; readonly remarks: Remarks }
  | { readonly kind: 'rejected'; readonly facts: IssuedFacts | null; readonly remarks: Remarks }
  /**
   * A question found it rejected with code 005 or 006, which are the company's: no correction of the sale helps, the same bytes are to be
   * judged anew.
   */
  | { readonly kind: 'rejected_for_issuer'; readonly facts: IssuedFacts | null; readonly remarks: Remarks }
  /** 400, 422: the payload. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** 409: not possible in the document's present state. */
  | { readonly kind: 'conflict'; readonly detail: string }
  /** 404 to a question about a document: it never arrived. */
  | { readonly kind: 'not_found' }
  /** The ref belongs to another sale: another ref came back, or a duplicate with other amounts. */
  | { readonly kind: 'mismatched'; readonly facts: IssuedFacts; readonly detail: string }
  /** The API cancelled it, now or before; too late for a CCF, by a credit note of its own. */
  | { readonly kind: 'cancelled'; readonly automaticNote: AutomaticNote | null }
  /** 400, 404, 422 to a cancellation: it is not possible, or no more. */
  | { readonly kind: 'cancel_refused'; readonly detail: string }
  /** A question about a cancellation found none. */
  | { readonly kind: 'not_cancelled' }
  /** 401, 403, codes 005 and 006 in answer to a post: the company, not the sale. */
  | { readonly kind: 'locked_out'; readonly reason: 'key' | 'issuer'; readonly detail: string }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** Surely never arrived. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** May have arrived: ask before sending again. `answered` where the API itself spoke, in words that are not in its contract: the line is good. */
  | { readonly kind: 'unknown'; readonly detail: string; readonly answered?: true }

export type OutcomeKind = Outcome['kind']
