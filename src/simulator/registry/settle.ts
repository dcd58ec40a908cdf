import { receptionStampOf } from '../ministry/reception-stamp.ts'
import type { Verdict } from '../ministry/verdict.ts'
import type { FiscalRecord } from './fiscal-record.ts'

/** Writes MH's verdict down; `now` in ms since 1970. */
export const settle = (record: FiscalRecord, verdict: Verdict, now: number): void => {
  record.judgements += 1
  record.verdict = verdict
  record.state = verdict.accepted ? 'stamped' : 'rejected'
  if (!verdict.accepted) return
  record.stampedAt = now
  record.receptionStamp = receptionStampOf(record.generationCode, 'issue', now)
}
