import type { LocalDate } from '#domain/clock/local-time.ts'
import type { Activity, Department } from '#domain/customer/tax-catalogs.ts'
import type { DocumentType, FileKind } from '#domain/document/document-type.ts'
import type { Environment } from '#domain/document/environment.ts'
import type { IssuedFacts, Remarks } from '#domain/document/issued-facts.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import type { Cents } from '#domain/money/decimal.ts'
import type { RateBudget } from '#domain/outbox/rate-budget.ts'

/** What a call is about, and what is compared with its answer. */
export type Asked = {
  readonly externalRef: string
  readonly docType: DocumentType
  readonly total: Cents
  readonly withheld: Cents
}

export type ApiAnswer = {
  readonly outcome: Outcome
  readonly httpStatus: number | null
  /** The body as it came, cut at 64 kB; null where none came. */
  readonly raw: string | null
  /** Null where the answer did not say. */
  readonly budget: RateBudget | null
}

/** What the API hands over of one document. */
export type FileRequest = { readonly idOrRef: string; readonly kind: FileKind }

/** What a signed document says of itself; null where it does not say, or in no form that is known. Source: MH's public schemas. */
export type SignedFacts = {
  /** "00" test, "01" production. */
  readonly environment: Environment | null
  readonly generationCode: string | null
  readonly controlNumber: string | null
  /** The day that it counts for. */
  readonly fiscalDate: LocalDate | null
  /** Before anything was withheld. */
  readonly total: Cents | null
  readonly withheld: Cents | null
}

export type FileAnswer = {
  readonly result: /** With what a signed document says; null for other files. */
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly signed: SignedFacts | null }
    /** Not there, now or ever: 404, 409, or bytes that are no file of this kind. */
    | { readonly kind: 'not_available'; readonly detail: string }
    | Extract<Outcome, { kind: 'locked_out' | 'throttled' | 'unreachable' | 'unknown' }>
  readonly httpStatus: number | null
  readonly budget: RateBudget | null
}

/**
 * A district as the API tells of it: its UUID, and its municipality by its code, or by its name where the API gives no code.
 * Assumption: that there is one or the other; the shape of a row is not documented.
 */
export type DistrictRow = { readonly id: string; readonly name: string; readonly municipality: string }

export type CatalogRows = {
  readonly activities: Activity
  readonly departments: Department
  readonly districts: DistrictRow
}
export type CatalogKind = keyof CatalogRows

/** A search answers with so many rows at most: with as many there may be more. Source: Ocote API contract, §2. */
export const MOST_CATALOG_ROWS = 50

export type CatalogAnswer<Kind extends CatalogKind> = {
  readonly result: /** With how many rows came, those included that could not be read. */
    | { readonly kind: 'rows'; readonly rows: readonly CatalogRows[Kind][]; readonly received: number }
    | Extract<Outcome, { kind: 'locked_out' | 'throttled' | 'unreachable' | 'unknown' }>
  readonly httpStatus: number | null
  readonly budget: RateBudget | null
}

/** Where a document is asked about: invoices of every kind, credit notes, purchases from excluded subjects. */
export const QUERIED_AT = ['invoices', 'notes', 'purchases'] as const
export type QueriedAt = (typeof QUERIED_AT)[number]

/** What the API says of any document of the company, whichever till it is of. Texts are empty where it gave none. */
export type QueriedDocument = {
  /** As the control number or the signed JSON tells; null where neither does. */
  readonly docType: DocumentType | null
  readonly state: 'stamped' | 'contingency' | 'rejected' | 'not_in_contract'
  /** Null where it does not say. */
  readonly cancelled: boolean | null
  readonly externalRef: string
  readonly facts: IssuedFacts
  readonly remarks: Remarks
  /** The signed JSON and the tax authority's raw answer, indented; null where there is none. */
  readonly signed: string | null
  readonly ministry: string | null
  /** What it hands over. */
  readonly files: readonly FileKind[]
}

export type QueryAnswer = {
  readonly result:
    | { readonly kind: 'document'; readonly document: QueriedDocument }
    /** Nothing of this name there. */
    | { readonly kind: 'not_found' }
    | Extract<Outcome, { kind: 'locked_out' | 'throttled' | 'unreachable' | 'unknown' }>
  readonly httpStatus: number | null
  readonly budget: RateBudget | null
}

export type CancelledAnswer = {
  readonly result:
    | { readonly kind: 'told'; readonly cancelled: boolean }
    | Extract<Outcome, { kind: 'locked_out' | 'throttled' | 'unreachable' | 'unknown' }>
  readonly httpStatus: number | null
  readonly budget: RateBudget | null
}

/** A page came where the API answers with JSON: somebody else spoke, such as the portal of a Wi-Fi. */
export const PAGE_INSTEAD_OF_ANSWER = 'page_instead_of_answer'

export type KeyCheck = (
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no_key' }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | Extract<Outcome, { kind: 'throttled' }>
) & { readonly httpStatus: number | null; readonly budget: RateBudget | null }

/** The API that issues documents. Nothing here throws for what the network or the API does. */
export type FiscalApi = {
  hasKey(): boolean
  /** Posts the frozen bytes. */
  post(body: string, asked: Asked): Promise<ApiAnswer>
  /** Asks for a document's state; has no side effects. */
  status(asked: Asked): Promise<ApiAnswer>
  /** Asks for a stamped document's cancellation; the same again changes nothing. */
  cancel(asked: Asked): Promise<ApiAnswer>
  /** Asks whether a document is cancelled; has no side effects. */
  cancelStatus(asked: Asked): Promise<ApiAnswer>
  file(request: FileRequest): Promise<FileAnswer>
  /** What there is of any document, by its id or ref, with its signed JSON; has no side effects. */
  query(at: QueriedAt, idOrRef: string): Promise<QueryAnswer>
  /** Whether any document is cancelled, by its id or ref; has no side effects. */
  queryCancelled(at: QueriedAt, idOrRef: string): Promise<CancelledAnswer>
  /** Searches one of the tax authority's catalogues; has no side effects. */
  catalog<Kind extends CatalogKind>(kind: Kind, search: string): Promise<CatalogAnswer<Kind>>
  /** Asks something that changes nothing, with the key. */
  checkKey(): Promise<KeyCheck>
  /**
   * Whether there is a way to the API at all, within 3 s: no key is shown, no document asked about, no budget spent. What answers is
   * no proof of the API, only a reason to ask it.
   */
  knock(): Promise<boolean>
}
