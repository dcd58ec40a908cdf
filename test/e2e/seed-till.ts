import './in-story-time.ts'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { sqliteUnitOfWork } from '#adapters/sqlite/unit-of-work.ts'
import { completeSale } from '#application/selling/complete-sale.ts'
import type { DocumentState, Step } from '#domain/document/document-state.ts'
import { isIssued } from '#domain/document/document-state.ts'
import { NO_DISCOUNT } from '#domain/sale/line.ts'
import type { PastSale } from './past-sale.ts'

const HOUR_MS = 3_600_000
/** Later than any story lasts, and no later than the till itself would wait: what was put there stays as it is. */
const LATER_MS = 600_000

const STEPS: Readonly<Record<DocumentState, Step>> = {
  pending: 'send',
  unknown: 'inquire',
  contingency: 'watch',
  stamped: 'settle',
  rejected: 'park',
  refused: 'park',
  alarm: 'park',
  cancelling: 'cancel',
  cancelled: 'settle',
  awaiting: 'park',
  withdrawn: 'settle',
}

/** What the one try so far came to; none of a document that was never sent. */
const OUTCOMES: Readonly<Record<DocumentState, string | null>> = {
  pending: null,
  unknown: 'unknown',
  contingency: 'contingency',
  stamped: 'stamped',
  rejected: 'rejected',
  refused: 'refused',
  alarm: 'mismatched',
  cancelling: 'stamped',
  cancelled: 'stamped',
  awaiting: null,
  withdrawn: null,
}

const ENTRY_STATES: Partial<Record<Step, 'parked' | 'settled'>> = { park: 'parked', settle: 'settled' }

type Said = { readonly code: string; readonly texts: readonly string[] }

const REMARKS: Partial<Record<DocumentState, Said>> = {
  rejected: { code: '096', texts: ['Campo #/receptor/correo no cumple el formato requerido'] },
  refused: { code: '', texts: ['customer.phone: no es válido'] },
  alarm: { code: '', texts: ['duplicate_at_first_post'] },
}

/** What the API would have sent with these remarks. */
const answerOf = (outcome: string, { code, texts }: Said): string =>
  JSON.stringify(
    outcome === 'rejected'
      ? { success: false, dte_success: false, rejected: true, codigo_msg: code, observaciones: texts }
      : { detail: texts.join(' · ') },
  )

/** Sales of the past, each with its document as it would stand by now, as the till itself would have written them. */
const seed = (folder: string, sales: readonly PastSale[]): void => {
  const connection = openDatabase(path.join(folder, 'till.db'))
  const stores = openStores(connection)
  const unitOfWork = sqliteUnitOfWork(connection)
  const started = Date.now()
  let now = started
  const complete = completeSale({
    stores,
    unitOfWork,
    clock: { now: () => now },
    requests: ocoteRequestWriter,
    counter: () => ({ identity: { store: 'T01', till: 'C01', tag: 'SEEDS' }, cashier: 'Ana', printWithinMs: null }),
  })
  unitOfWork.run(() => {
    for (const { state, hoursAgo, cents, customer = null, dui, remarks, reported = cents, observed = false } of sales) {
      now = started - hoursAgo * HOUR_MS
      const line = {
        code: null,
        description: 'Artículo de muestra',
        unit: 'unit' as const,
        quantity: 1_000,
        unitPrice: cents * 100,
        discount: NO_DISCOUNT,
      }
      const document = dui === undefined ? null : { type: '13' as const, number: dui }
      const buyer = customer === null ? null : { name: customer, document, email: null, phone: null }
      const sold = complete({ lines: [line], customer: buyer }, [{ method: '01', amount: cents }], randomUUID())
      if (!sold.ok) throw new Error(sold.error.code)
      const { externalRef, saleNumber } = sold.value
      const made = stores.documents.find(externalRef)
      if (!made) throw new Error(`no document ${externalRef}`)
      const isRegistered = isIssued(state) || state === 'cancelled'
      const step = STEPS[state]
      const said = remarks ?? REMARKS[state] ?? null
      stores.documents.update({
        ...made,
        state,
        issuedAt: isRegistered ? now + 2_000 : null,
        facts: isRegistered
          ? {
              documentId: randomUUID(),
              controlNumber: `DTE-01-M001P001-${String(saleNumber).padStart(15, '0')}`,
              generationCode: randomUUID().toUpperCase(),
              receptionStamp: state === 'contingency' ? '' : '2026ABCDEF0123456789ABCDEF0123456789ABCD',
              amounts: { taxable: null, vat: null, gross: reported, withheld: null },
              isDuplicate: false,
            }
          : null,
        remarks: observed ? { code: '002', texts: ['Campo #/resumen/totalLetras no coincide'] } : said,
        amountsDiffer: isRegistered && reported !== cents,
        ...((state === 'cancelling' || state === 'cancelled') && { cancelAskedAt: now + HOUR_MS }),
        ...(state === 'cancelled' && { cancelledAt: now + HOUR_MS }),
      })
      const outcome = OUTCOMES[state]
      if (outcome !== null)
        stores.documents.addAttempt(externalRef, {
          call: 'post',
          revision: 1,
          startedAt: now,
          endedAt: now + 1_400,
          outcome,
          httpStatus: outcome === 'unknown' ? null : outcome === 'refused' ? 400 : 200,
          detail: said?.texts.join(' · ') ?? '',
          answer: said === null ? null : answerOf(outcome, said),
        })
      const entryState = ENTRY_STATES[step] ?? 'due'
      stores.outbox.place(externalRef, {
        state: entryState,
        step,
        lane: step === 'watch' ? 'watch' : 'backlog',
        dueAt: started + LATER_MS,
        tries: 1,
      })
    }
  })
  connection.close()
}

const [folder = '', sales = '[]'] = process.argv.slice(2)
seed(folder, JSON.parse(sales))
