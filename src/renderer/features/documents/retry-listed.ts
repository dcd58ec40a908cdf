import type { DocumentFilters } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import { ask } from '../../ui/ask.ts'
import type { EngineClient } from '../../ui/engine.ts'

export class Refused extends Error {
  readonly refusal: RefusalView
  constructor(refusal: RefusalView) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Retries what can be of what the filters find, page by page, and says after each how many. */
export async function* retryListed(client: EngineClient, filters: DocumentFilters): AsyncGenerator<number> {
  let [retried, after] = [0, null as string | null]
  do {
    const page = await ask(client.documents.retryListed({ ...filters, ...(after !== null && { after }) }))
    if (!page.ok) throw new Refused(page.error)
    retried += page.value.retried
    after = page.value.next
    yield retried
  } while (after !== null)
}

export type Retryable = {
  readonly count: number
  /** Of these, refused or rejected as they are: nobody has corrected them. */
  readonly refused: number
}

/** How many can be retried of all that the filters find. */
export const countRetryable = async (
  client: EngineClient,
  filters: DocumentFilters,
  signal: AbortSignal,
): Promise<Retryable> => {
  let [count, refused, after] = [0, 0, null as string | null]
  do {
    const page = await client.documents.retryable({ ...filters, ...(after !== null && { after }) }, { signal })
    count += page.count
    refused += page.refused
    after = page.next
  } while (after !== null && !signal.aborted)
  return { count, refused }
}
