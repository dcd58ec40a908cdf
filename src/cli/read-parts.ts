import { z } from 'zod'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { PartOf } from '#domain/sale/line.ts'
import { PAYMENT_METHODS, type PaymentMethod } from '#domain/sale/tender.ts'
import { decimal } from './decimal.ts'

const file = z.strictObject({
  /** Lines are counted from 1, as a document shows them; none takes all that is left. */
  lines: z.array(z.strictObject({ line: z.int().min(1), quantity: decimal(3) })).optional(),
  method: z.enum(PAYMENT_METHODS).optional(),
  reason: z.string(),
})

export type PartsFile = {
  readonly parts: readonly PartOf[] | null
  readonly method: PaymentMethod | null
  readonly reason: string
}

/** What is taken back, as scripts write it: `{"reason":"…","lines":[{"line":1,"quantity":2}],"method":"01"}`. */
export const readParts = (input: unknown): Result<PartsFile, Refusal> => {
  const parsed = file.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(refusal('parts_invalid', issue?.path.join('.') || 'FILE', { detail: issue?.message ?? 'invalid' }))
  }
  const { lines, method, reason } = parsed.data
  const parts = lines?.map(({ line, quantity }) => ({ position: line - 1, quantity })) ?? null
  return ok({ parts, method: method ?? null, reason })
}
