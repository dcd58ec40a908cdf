import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import { type Connection, openDatabase } from '#adapters/sqlite/open-database.ts'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { sqliteUnitOfWork } from '#adapters/sqlite/unit-of-work.ts'
import type { Claim, CompletedSale } from '#application/ports/stores.ts'
import { type CreditRequest, creditSale } from '#application/returning/credit-sale.ts'
import { giveUpNote } from '#application/returning/give-up-note.ts'
import { type ReturnRequest, returnGoods } from '#application/returning/return-goods.ts'
import { settleDue } from '#application/returning/settle-due.ts'
import { completeSale } from '#application/selling/complete-sale.ts'
import { cancelDocument } from '#application/sending/cancel-document.ts'
import { correctAndResend } from '#application/sending/correct-and-resend.ts'
import { recoverClaims } from '#application/sending/recover-claims.ts'
import { retryNow } from '#application/sending/retry-now.ts'
import { type Settled, settleTry } from '#application/sending/settle-try.ts'
import type { Customer } from '#domain/customer/customer.ts'
import type { Outcome } from '#domain/document/outcome.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { aLine } from '../domain/a-line.ts'

/** Sunday, 10:45 in El Salvador. */
export const NOW = Date.parse('2026-11-22T10:45:00-06:00')
export const REF = 'T01-C01-20261122-000001-7QK3F'
export const REF_2 = 'T01-C01-20261122-000002-7QK3F'

export const aFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'torogoz-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Two bags of coffee: 11.00. */
export const aSale = (changes: Partial<OpenSale> = {}): OpenSale => ({
  lines: [aLine({ quantity: 2000 })],
  customer: null,
  ...changes,
})

const EXACT: readonly Tender[] = [{ method: '01', amount: 1100 }]

/** Named, so that declarations can name it. */
export interface TillDatabase extends Connection {}

/** The use cases over a real database; its clock stands still unless told, and chance always gives the shortest delay. */
export const aTill = ({ folder = aFolder(), printWithinMs = 8_000 as number | null, inMemory = false } = {}) => {
  const connection: TillDatabase = openDatabase(inMemory ? ':memory:' : path.join(folder, 'till.db'))
  onTestFinished(() => void connection.close())
  const stores = openStores(connection)
  const unitOfWork = sqliteUnitOfWork(connection)
  let now = NOW
  const clock = { now: () => now }
  const chance = { random: () => 0 }
  const requests = ocoteRequestWriter
  const counter = () => ({
    identity: { store: 'T01', till: 'C01', tag: '7QK3F' },
    cashier: 'María',
    printWithinMs,
  })
  const complete = completeSale({ stores, unitOfWork, clock, requests, counter })
  const settle = settleTry({ stores, unitOfWork, clock, chance })
  const claims = (): Claim => {
    const claim = stores.outbox.claim(now, 1)[0] ?? stores.outbox.claimWatched(now)
    if (!claim) throw new Error('nothing is due')
    return claim
  }
  let presses = 0
  return {
    folder,
    connection,
    stores,
    unitOfWork,
    clock,
    chance,
    requests,
    complete,
    settle,
    claims,
    correct: (ref: string, customer: Customer | null) =>
      correctAndResend({ stores, unitOfWork, clock, requests })(ref, customer),
    cancels: cancelDocument({ stores, unitOfWork, clock }),
    credits: (externalRef: string, changes: Partial<CreditRequest> = {}) => {
      presses += 1
      return creditSale({ stores, unitOfWork, clock, requests, counter })({
        externalRef,
        parts: null,
        reason: 'devolución',
        method: '01',
        attemptId: `press-${presses}`,
        ...changes,
      })
    },
    returns: (externalRef: string, changes: Partial<ReturnRequest> = {}) => {
      presses += 1
      return returnGoods({ stores, unitOfWork, clock, requests, counter })({
        externalRef,
        parts: [{ position: 0, quantity: 1_000 }],
        reason: 'devolución',
        attemptId: `press-${presses}`,
        ...changes,
      })
    },
    givesUp: giveUpNote({ stores, unitOfWork, clock }),
    settlesDue: settleDue({ stores, unitOfWork, clock }),
    retry: retryNow({ stores, unitOfWork, clock }),
    recover: recoverClaims({ stores, unitOfWork, clock }),
    passes: (ms: number): void => {
      now += ms
    },
    sells: (sale: OpenSale = aSale(), tenders = EXACT): CompletedSale => {
      presses += 1
      const done = complete(sale, tenders, `press-${presses}`)
      if (!done.ok) throw new Error(done.error.code)
      return done.value
    },
    /** Claims what is due next, and settles it with this outcome. */
    hears: (outcome: Outcome, httpStatus: number | null = 200): Settled =>
      settle(claims(), { outcome, httpStatus, raw: '{…}', budget: null }),
    rows: (sql: string): unknown[] => connection.prepare(sql).all(),
    counts: () =>
      Object.fromEntries(
        [
          'sale',
          'sale_line',
          'sale_tender',
          'fiscal_document',
          'frozen_request',
          'outbox',
          'attempt',
          'print_job',
          'wanted_file',
        ].map((table) => [table, connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
      ),
  }
}

export type Till = ReturnType<typeof aTill>
