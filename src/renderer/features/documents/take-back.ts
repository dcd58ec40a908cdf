import type { DocumentSummaryView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { ok, type Result } from '#domain/result/result.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { ask } from '../../ui/ask.ts'
import type { EngineClient } from '../../ui/engine.ts'

/** A credit note over part of a CCF, or a partial return of an invoice. */
export type TakeBackKind = 'credit' | 'return'

/** What was made: a credit note, or what is left of an invoice; and the money that goes back for it. */
export type Made = { readonly document: DocumentSummaryView; readonly back: readonly Tender[] }

type Request = Omit<Parameters<EngineClient['documents']['credit']>[0], 'parts'> & {
  readonly parts: { position: number; quantity: number }[]
}

type TakeBack = (client: EngineClient, request: Request) => Promise<Result<Made, RefusalView>>

/** The same `attemptId` again makes nothing more. A return gives back the way that it was paid, whatever `method` says. */
export const takeBack: Readonly<Record<TakeBackKind, TakeBack>> = {
  credit: async (client, request) => {
    const answer = await ask(client.documents.credit(request))
    if (!answer.ok) return answer
    const { total, withheld } = answer.value
    return ok({ document: answer.value, back: [{ method: request.method, amount: total - withheld }] })
  },
  return: async (client, { method: _, ...request }) => {
    const answer = await ask(client.documents.returnGoods(request))
    return answer.ok ? ok({ document: answer.value.rest, back: answer.value.back }) : answer
  },
}
