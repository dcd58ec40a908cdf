import type { Failpoint } from '#domain/failpoint/failpoint.ts'

/** Every failpoint, and what the till was at when it died there; recovery comes after deaths that leave something to recover. */
const WHERE = {
  sale_before_commit: 'a sale, before it is saved',
  sale_after_commit: 'a sale, saved and not yet acknowledged',
  claim_before_commit: 'claiming documents, before that is saved',
  claim_after_commit: 'documents claimed, nothing sent',
  call_before_sending: 'a call about to be made',
  call_after_answer: 'an answer come in, not yet looked at',
  recover_before_commit: 'recovering claims at the start, before that is saved',
  recover_after_commit: 'claims recovered',
  settle_before_commit: 'an answer about to be saved',
  settle_after_commit: 'an answer saved',
  correct_before_commit: 'a correction, before it is saved',
  correct_after_commit: 'a correction saved, not yet acknowledged',
  cancel_before_commit: 'a cancellation, before it is saved',
  cancel_after_commit: 'a cancellation saved, not yet acknowledged',
  file_after_answer: 'a file come in, not yet kept',
  file_after_write: 'a file on disk, not yet in the database',
  file_after_commit: 'a file kept',
  print_after_claim: 'a paper claimed, not yet made',
  print_before_bytes: 'a paper about to go to the printer',
  print_after_bytes: 'a paper with the printer, not yet recorded',
  print_after_commit: 'a paper recorded',
} satisfies Record<Failpoint, string>

export const FAILPOINTS = Object.keys(WHERE) as readonly Failpoint[]
export const whereOf = (point: Failpoint): string => WHERE[point]
