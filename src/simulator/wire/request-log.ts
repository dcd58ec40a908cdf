/** One request to the API as it came in. */
export type LoggedRequest = {
  /** ISO 8601, UTC, by the simulator's clock. */
  readonly at: string
  readonly method: string
  /** As sent, still percent-encoded, without the query (it may carry a key). */
  readonly path: string
  /** From the body of an issuing POST, or from the path where a document is named by its ref. */
  readonly externalRef?: string
  /** 'no_answer' until something is answered, and for good when nothing ever is. */
  readonly status: number | 'no_answer'
}

const KEPT = 10_000

type Entry = { -readonly [K in keyof LoggedRequest]: LoggedRequest[K] }

export type RequestLog = {
  begin(at: number, method: string, path: string): { refIs(externalRef: string): void; answered(status: number): void }
  /** In order of arrival, the last 10,000. */
  read(): readonly LoggedRequest[]
}

export const createRequestLog = (): RequestLog => {
  const entries: Entry[] = []
  return {
    begin: (at, method, path) => {
      const entry: Entry = { at: new Date(at).toISOString(), method, path, status: 'no_answer' }
      entries.push(entry)
      if (entries.length > KEPT) entries.shift()
      return {
        refIs: (externalRef) => {
          entry.externalRef = externalRef
        },
        answered: (status) => {
          entry.status = status
        },
      }
    },
    read: () => entries.map((entry) => ({ ...entry })),
  }
}
