import type { Instant, LocalDate } from '#domain/clock/local-time.ts'
import type { KeptKind } from '#domain/document/document-type.ts'
import type { RefParts } from '#domain/document/external-ref.ts'
import type { FiscalDocument, FrozenRequest } from '#domain/document/fiscal-document.ts'
import type { Cents } from '#domain/money/decimal.ts'
import type { ApiCall } from '#domain/outbox/api-call.ts'
import type { Entry } from '#domain/outbox/entry.ts'
import type { HowSettled } from '#domain/sale/due-difference.ts'
import type { CheckedSale, OpenSale } from '#domain/sale/sale.ts'
import type { PaperKind } from '#domain/ticket/choose-paper.ts'
import type { Asked } from './fiscal-api.ts'

export type CompletedSale = CheckedSale & {
  readonly saleNumber: number
  /** One press of "Cobrar": the same id is the same sale. */
  readonly attemptId: string
  readonly externalRef: string
  readonly businessDate: LocalDate
  readonly completedAt: Instant
  readonly cashier: string
  readonly till: string
}

export type Sales = {
  /** The number of the next sale; only inside a unit of work is it surely still free. */
  nextNumber(): number
  insert(sale: CompletedSale): void
  find(externalRef: string): CompletedSale | null
  findByAttempt(attemptId: string): CompletedSale | null
}

export type Attempt = {
  readonly call: ApiCall
  readonly revision: number
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly outcome: string
  readonly httpStatus: number | null
  readonly detail: string
  readonly answer: string | null
}

export type DueSettlement = {
  /** Above 0 in favour of who paid. */
  readonly difference: Cents
  readonly how: HowSettled
  readonly settledAt: Instant
}

export type Documents = {
  insert(document: FiscalDocument, saleNumber: number): void
  find(externalRef: string): FiscalDocument | null
  /** Everything about it that may change; the ref names the row. */
  update(document: FiscalDocument): void
  freeze(externalRef: string, request: FrozenRequest, at: Instant): void
  request(externalRef: string, revision: number): FrozenRequest
  findRequest(externalRef: string, revision: number): FrozenRequest | null
  /** What the next call for this document needs: its newest frozen body, and what the answer is compared with. */
  toCall(externalRef: string): { readonly asked: Asked; readonly body: string }
  /** Answers with the attempt's id. */
  addAttempt(externalRef: string, attempt: Attempt): number
  attempts(externalRef: string): readonly Attempt[]
  /** Whether any call for it was ever written down. */
  wasTried(externalRef: string): boolean
  /** What credits or replaces it, oldest first. */
  about(externalRef: string): readonly FiscalDocument[]
  /** How what was paid too much or too little was settled; null where nothing was yet. */
  dueSettlement(externalRef: string): DueSettlement | null
  settleDue(externalRef: string, settlement: DueSettlement): void
  /** Documents that are not stamped or cancelled, whose news a till that was away may have missed; oldest first. */
  unfinished(): readonly FiscalDocument[]
}

/** What the journal keeps. The rows themselves are where they are: the journal holds the digest of each, so that no byte of them changes unseen. */
export type JournalEntry =
  | {
      readonly kind: 'sale'
      readonly at: Instant
      readonly sale: CompletedSale
      readonly document: FiscalDocument
      readonly request: FrozenRequest
    }
  | {
      readonly kind: 'answer'
      readonly at: Instant
      readonly document: FiscalDocument
      readonly attemptId: number
      readonly attempt: Attempt
    }
  | {
      readonly kind: 'act'
      readonly at: Instant
      /** What a person or the till did, as a snake_case word. */
      readonly act: string
      readonly externalRef: string | null
      readonly reason: string
      /** As the act left them, where it touched them. */
      readonly document?: FiscalDocument
      readonly request?: FrozenRequest
      readonly facts?: Readonly<Record<string, unknown>>
    }

export type JournalLine = {
  readonly entryId: number
  readonly at: Instant
  readonly kind: JournalEntry['kind']
  readonly externalRef: string | null
  readonly facts: Readonly<Record<string, unknown>>
  /** SHA-256 over this line and the hash of the one before, hexadecimal. */
  readonly hash: string
}

/** Only ever added to; each line is chained to the one before by its hash. */
export type Journal = {
  /** In the transaction of what it tells of. */
  append(entry: JournalEntry): void
  /** What was written from one instant until before another, in the order of writing. */
  between(from: Instant, until: Instant): Iterable<JournalLine>
  /** The newest line, or null: its hash stands for the whole journal. */
  head(): Pick<JournalLine, 'entryId' | 'hash'> | null
  /** The hash of one line; null where there is none. */
  hashAt(entryId: number): string | null
}

export type Claim = Entry & { readonly claimedAt: Instant }

/** no_posts: what is only asked about or cancelled; everything, unless told. */
export type Takes = 'everything' | 'no_posts'

export type Outbox = {
  insert(entry: Entry): void
  find(externalRef: string): Entry
  /** Takes up to `most` due entries to send or inquire about, the counter's lane first and the oldest within it. */
  claim(now: Instant, most: number, takes?: Takes): readonly Claim[]
  /** Takes the watched entry that has been due for longest. */
  claimWatched(now: Instant): Claim | null
  /** Whether the counter's lane has an entry that is due. */
  isCounterDue(now: Instant, takes?: Takes): boolean
  /** Whether an entry is due that is not only watched. */
  isDocumentDue(now: Instant, takes?: Takes): boolean
  /** Whether a document is being asked about that was sent, for the first few questions. */
  isInquired(): boolean
  /** What has been due in the counter's lane since `dueBy` or longer joins the backlog: nobody waits for it there any more. */
  leaveCounter(dueBy: Instant): void
  /** Puts an entry where its last try, or a person, left it; releases its claim. */
  place(externalRef: string, place: Omit<Entry, 'externalRef'>): void
  /** Claims that nobody holds any more: their sender is gone. */
  claimed(): readonly Claim[]
  /** Everything due after `now` and not watched becomes due now, what failed again and again so many seconds later; says how many. */
  wake(now: Instant): number
  /** Takes the entry that has been due for longest, or will be next: what failed of late comes after what did not. None that is only watched. */
  claimLongestDue(now: Instant, takes?: Takes): Claim | null
  /** Everything due after `now`, or after a later instant, becomes due now, watched documents too. */
  wakeAll(now: Instant, dueAfter?: Instant): number
  /** When the next entry is due, or null. */
  nextDueAt(takes?: Takes): Instant | null
  /** Entries that are claimed, or to be sent or asked about at any time, or to be watched by `now`. */
  unsettled(now: Instant): number
}

export type ArchivedFile = {
  readonly kind: KeptKind
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly fetchedAt: Instant
}

export type FileTask = {
  readonly externalRef: string
  readonly kind: KeptKind
  readonly dueAt: Instant
  readonly tries: number
}

export type Files = {
  list(externalRef: string): readonly ArchivedFile[]
  find(externalRef: string, kind: KeptKind): ArchivedFile | null
  /** Remembers a file as kept and forgets the wish for it. */
  keep(externalRef: string, file: ArchivedFile): void
  /** Wishes for a file anew; one that was wished for already is not put off by it. */
  want(task: FileTask): void
  postpone(task: FileTask): void
  forget(externalRef: string, kind: KeptKind): void
  /** The first wish for a ticket that somebody waits for on paper. */
  nextAwaited(now: Instant): FileTask | null
  /** The first wish due, oldest first. */
  nextWanted(now: Instant): FileTask | null
  /** The first wish, due or not, for the signed JSON of a document that was issued since then. */
  wantedSigned(issuedSince: Instant): FileTask | null
  wanted(externalRef: string, kind: KeptKind): FileTask | null
  nextDueAt(): Instant | null
  /** What is wished for after `dueAfter` is wished for now. */
  wakeAll(now: Instant, dueAfter: Instant): void
  all(): Iterable<ArchivedFile & { readonly externalRef: string }>
  /** Files of stamped documents that are neither kept nor wished for: none, unless something went wrong. Reads all documents. */
  forgotten(): readonly Pick<FileTask, 'externalRef' | 'kind'>[]
}

export const PRINT_STATES = ['waiting', 'printing', 'printed', 'failed', 'unknown'] as const
export type PrintState = (typeof PRINT_STATES)[number]

export type PrintJob = {
  readonly jobId: number
  readonly externalRef: string
  readonly paper: PaperKind | null
  readonly state: PrintState
  /** 1 is the first paper of a sale; from 2 on it says so. */
  readonly copy: number
  /** Until then the official ticket is waited for. */
  readonly decideBy: Instant
  readonly code: string | null
  readonly changedAt: Instant
}

export type PrintJobs = {
  insert(externalRef: string, decideBy: Instant, now: Instant): PrintJob
  find(jobId: number): PrintJob | null
  latest(externalRef: string): PrintJob | null
  list(most: number): readonly PrintJob[]
  waiting(): readonly PrintJob[]
  /**
   * Takes a waiting job, in one step for all processes, and gives it its copy's number; null where it waits no more. The official ticket counts
   * alike as picture and as text.
   */
  claim(jobId: number, paper: PaperKind, now: Instant): PrintJob | null
  update(job: PrintJob): void
  /** How many papers of this kind surely or perhaps came out; the official ticket counts alike as picture and as text. */
  printedBefore(externalRef: string, paper: PaperKind): number
  /** Jobs that were printing when the program stopped: nobody knows what came out. */
  interrupt(now: Instant): number
  counts(): Readonly<Record<PrintState, number>>
}

export type HeldSale = { readonly heldId: number; readonly heldAt: Instant; readonly sale: OpenSale }

export type HeldSales = {
  insert(sale: OpenSale, now: Instant): HeldSale
  list(): readonly HeldSale[]
  take(heldId: number): HeldSale | null
}

export type Stores = {
  readonly sales: Sales
  readonly documents: Documents
  readonly outbox: Outbox
  readonly files: Files
  readonly printJobs: PrintJobs
  readonly heldSales: HeldSales
  readonly journal: Journal
}

/** What a ref is made of, but for the running number and the day. */
export type RefIdentity = Omit<RefParts, 'date' | 'number'>
