import { randomUUID } from 'node:crypto'
import type { Counter } from './at-the-counter.ts'
import { expect } from './at-the-counter.ts'

export type Piece = { readonly description: string; readonly pieces: number; readonly cents: number }

const BUYER = {
  name: 'Ferretería El Ejemplo',
  document: null,
  email: null,
  phone: null,
  taxpayer: { nit: '06141503851010', nrc: '123456', contributor: 1 },
}

type Answer<T> = { readonly json: T }
type Completed =
  | { readonly ok: true; readonly value: { readonly document: { readonly externalRef: string } } }
  | { readonly ok: false; readonly error: { readonly code: string } }

/** What a story needs that happens beside the counter's screen: a crédito fiscal, the service's clock, its books. */
export const afterTheSale = ({ page, status }: Counter) => {
  const asks = <T>(path: string, json: object): Promise<T> =>
    page.evaluate(
      async ([to, input]) => {
        const answer = await fetch(`/rpc/${to}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: input }),
        })
        return ((await answer.json()) as Answer<never>).json
      },
      [path, json] as const,
    )
  const service = async (path: string): Promise<URL> => {
    const { apiUrl } = await asks<{ readonly apiUrl: string }>('settings/get', {})
    return new URL(`/simulator/${path}`, apiUrl)
  }
  return {
    /** A crédito fiscal, paid exactly in cash, and stamped before the story goes on. */
    issuesCcf: async (pieces: readonly Piece[]): Promise<void> => {
      const lines = pieces.map(({ description, pieces: count, cents }) => ({
        code: null,
        description,
        unit: 'unit',
        quantity: count * 1_000,
        unitPrice: cents * 100,
        discount: { kind: 'none' },
      }))
      const amount = pieces.reduce((sum, { pieces: count, cents }) => sum + count * cents, 0)
      const sold = await asks<Completed>('sale/complete', {
        lines,
        customer: BUYER,
        docType: '03',
        tenders: [{ method: '01', amount }],
        attemptId: randomUUID(),
      })
      expect(sold).toMatchObject({ ok: true })
      await expect(status.getByRole('button', { name: 'Pendientes 0' })).toBeVisible({ timeout: 20_000 })
    },
    /** The service lives so many days away from the till: what it stamps is dated by its own clock. */
    movesService: async (days: number): Promise<void> => {
      const answer = await fetch(await service('controls'), {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clockOffsetMs: days * 86_400_000 }),
      })
      expect(answer.status).toBe(200)
    },
    /** Every document that the service has, in order of registration. */
    books: async (): Promise<readonly string[]> => {
      const rows = (await (await fetch(await service('ledger'))).json()) as readonly {
        readonly docType: string
        readonly state: string
        readonly total: string
      }[]
      return rows.map(({ docType, state, total }) => `${docType} ${state} ${total}`)
    },
  }
}
