import type { DocumentSummary } from '#application/ports/document-list.ts'
import type { Attempt, PrintState } from '#application/ports/stores.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Failpoint } from '#domain/failpoint/failpoint.ts'
import type { PaperKind } from '#domain/ticket/choose-paper.ts'
import type { Deed } from './every-act.ts'

export type TillFacts = {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly apiUrl: string
  readonly apiKey: string
  readonly printer: string
  /** A file to which every error that the till tells of is added, so that it outlives the process. */
  readonly troublesFile?: string
}

export type SoldFacts = { readonly externalRef: string; readonly total: number }
export type PaperFacts = { readonly paper: PaperKind | null; readonly state: PrintState }
export type DocumentFacts = DocumentSummary & { readonly inFlight: boolean }
/** How many documents are neither issued nor parked, and how many files and papers are still to come. */
export type WaitingFacts = { readonly documents: number; readonly files: number; readonly papers: number }

export type Question =
  | { readonly ask: 'do'; readonly deed: Deed; readonly attemptId: string }
  | { readonly ask: 'correct'; readonly externalRef: string; readonly customer: Customer | null }
  | { readonly ask: 'sendAnew'; readonly externalRef: string; readonly email: string }
  | { readonly ask: 'retry' | 'print' | 'document' | 'papers' | 'attempts'; readonly externalRef: string }
  | { readonly ask: 'dieAt'; readonly failpoint: Failpoint }
  | { readonly ask: 'documents'; readonly externalRefs: readonly string[] }
  | { readonly ask: 'everyDocument' | 'parked' | 'stillToIssue' | 'isSender' | 'verify' | 'stop' | 'waiting' }

export type TillAnswer =
  | SoldFacts
  | DocumentFacts
  | WaitingFacts
  | readonly DocumentSummary[]
  | readonly PaperFacts[]
  | readonly Attempt[]
  | readonly string[]
  | boolean
  | null

/** What a till's process is told, and what it says. */
export type ToTill = { readonly open: TillFacts } | { readonly id: number; readonly question: Question }
export type FromTill =
  | { readonly said: 'loaded' }
  | { readonly said: 'ready' }
  | { readonly said: 'not_opened'; readonly error: string }
  | { readonly said: 'answer'; readonly id: number; readonly value: TillAnswer }
  | { readonly said: 'refusal'; readonly id: number; readonly error: string }
