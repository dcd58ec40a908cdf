import { Agent, request } from 'undici'
import {
  type ApiAnswer,
  type Asked,
  type FileAnswer,
  type FiscalApi,
  PAGE_INSTEAD_OF_ANSWER,
} from '#application/ports/fiscal-api.ts'
import type { Clock } from '#application/ports/system.ts'
import type { FileKind } from '#domain/document/document-type.ts'
import { catalogPath, readCatalog } from './catalogs.ts'
import { createKnocker, knock } from './knock.ts'
import { QUERY_ROUTES, readCancelled, readQuery } from './query.ts'
import { rateBudget } from './rate-budget.ts'
import { type Call, type HttpAnswer, isPage, readAnswer } from './read-answer.ts'
import { readFailure } from './read-failure.ts'
import { retryAfterMs } from './retry-after.ts'
import { ROUTES } from './routes.ts'
import { signedFactsIn } from './signed-document.ts'
import { detailOf, parseJson } from './wire-answer.ts'

export type OcoteOptions = {
  /** Without a slash at the end. Read before each call, as settings may change. */
  readonly baseUrl: () => string
  readonly key: () => string | null
  readonly clock: Clock
  readonly timeouts?: Partial<Timeouts>
}

/** Milliseconds: until a connection stands, and until an answer is whole, however slowly it drips. */
export type Timeouts = { readonly connect: number; readonly answer: number; readonly file: number }

const TIMEOUTS: Timeouts = { connect: 4_000, answer: 15_000, file: 30_000 }
const MOST_ANSWER_BYTES = 4 * 1024 * 1024
const MOST_FILE_BYTES = 16 * 1024 * 1024
const KEPT_CHARACTERS = 64 * 1024

type Bytes = { readonly status: number; readonly headers: HttpAnswer['headers']; readonly body: Buffer }

/** An address with a key in it is a secret (Ocote API contract, §2): it is not kept. */
const withoutKeys = (text: string): string => text.replaceAll(/((?:[?&]|\\u0026)key=)[^"&\s\\]*/g, '$1…')

const textOf = (body: Buffer): string => withoutKeys(body.toString('utf8'))

class AnswerTooLarge extends Error {}

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString('latin1') === '%PDF-'

const FILE_BEGINNINGS: Readonly<Record<FileKind, (bytes: Buffer) => boolean>> = {
  ticket: isPdf,
  invoice: isPdf,
  json: (bytes) => typeof parseJson(bytes.toString('utf8')) === 'object',
}

export type OcoteApi = FiscalApi & {
  /** Cuts off every call under way: each comes out unknown. */
  abort(): void
  close(): Promise<void>
}

/** The client of Ocote API Connect. One try is one call: nothing here retries. */
export const createOcoteApi = ({ baseUrl, key, clock, timeouts }: OcoteOptions): OcoteApi => {
  const limits = { ...TIMEOUTS, ...timeouts }
  const dispatcher = new Agent({ connect: { timeout: limits.connect }, connections: 8, pipelining: 1 })
  const knocker = createKnocker()

  const call = async (
    method: 'GET' | 'POST',
    path: string,
    most: number,
    within: number,
    body?: string,
  ): Promise<Bytes> => {
    const answer = await request(`${baseUrl()}${path}`, {
      method,
      dispatcher,
      signal: AbortSignal.timeout(within),
      headers: {
        authorization: `Bearer ${key() ?? ''}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(body !== undefined && { body }),
    })
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of answer.body) {
      size += chunk.length
      if (size > most) throw new AnswerTooLarge()
      chunks.push(chunk)
    }
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
  }

  const ask = async (kind: Call, asked: Asked, sent: () => Promise<Bytes>): Promise<ApiAnswer> => {
    try {
      const { status, headers, body } = await sent()
      const answer = { status, headers, body: textOf(body) }
      const outcome = readAnswer({ call: kind, asked, answer, now: clock.now() })
      return {
        outcome,
        httpStatus: status,
        raw: answer.body.slice(0, KEPT_CHARACTERS),
        budget: rateBudget(headers),
      }
    } catch (cause) {
      return { outcome: readFailure(cause), httpStatus: null, raw: null, budget: null }
    }
  }

  /** What changes nothing, and is about no document of the outbox. */
  const question = async <Result>(path: string, read: (answer: HttpAnswer, now: number) => Result) => {
    try {
      const { status, headers, body } = await call('GET', path, MOST_ANSWER_BYTES, limits.answer)
      const result = read({ status, headers, body: textOf(body) }, clock.now())
      return { result, httpStatus: status, budget: rateBudget(headers) }
    } catch (cause) {
      return { result: readFailure(cause), httpStatus: null, budget: null }
    }
  }

  const readFile = ({ status, headers, body }: Bytes, kind: FileKind): FileAnswer['result'] => {
    if (isPage({ headers, body: body.subarray(0, 100).toString('latin1') }))
      return { kind: 'unknown', detail: PAGE_INSTEAD_OF_ANSWER }
    if (status === 200)
      return FILE_BEGINNINGS[kind](body)
        ? { kind: 'file', bytes: body, signed: kind === 'json' ? signedFactsIn(body.toString('utf8')) : null }
        : { kind: 'not_available', detail: 'no_such_file' }
    if (status === 401 || status === 403) return { kind: 'locked_out', reason: 'key', detail: detailOf(textOf(body)) }
    if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(headers, clock.now()) }
    if (status === 404 || status === 409) return { kind: 'not_available', detail: detailOf(textOf(body)) }
    return { kind: 'unknown', detail: `http_${status}` }
  }

  const readKeyCheck = ({ status, headers, body }: Bytes) => {
    const text = textOf(body)
    if (status === 401 || status === 403) return { kind: 'refused' } as const
    if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(headers, clock.now()) } as const
    if (isPage({ headers, body: text })) return { kind: 'unreachable', detail: PAGE_INSTEAD_OF_ANSWER } as const
    const isAnswer = status === 200 && parseJson(text) !== undefined
    return isAnswer ? ({ kind: 'accepted' } as const) : ({ kind: 'unreachable', detail: `http_${status}` } as const)
  }

  const pathOf = (idOrRef: string) => encodeURIComponent(idOrRef)
  const about = (method: 'GET' | 'POST', route: string, { externalRef }: Asked) =>
    call(method, `${route}/${pathOf(externalRef)}`, MOST_ANSWER_BYTES, limits.answer)

  return {
    hasKey: () => key() !== null,
    post: (body, asked) =>
      ask('post', asked, () => call('POST', ROUTES[asked.docType].issue, MOST_ANSWER_BYTES, limits.answer, body)),
    status: (asked) => ask('status', asked, () => about('GET', ROUTES[asked.docType].status, asked)),
    cancel: (asked) => ask('cancel', asked, () => about('POST', ROUTES[asked.docType].cancel, asked)),
    cancelStatus: (asked) => ask('cancel_status', asked, () => about('GET', ROUTES[asked.docType].cancelStatus, asked)),
    file: async ({ idOrRef, kind }) => {
      try {
        const answer = await call('GET', `/file/${pathOf(idOrRef)}?type=${kind}`, MOST_FILE_BYTES, limits.file)
        return { result: readFile(answer, kind), httpStatus: answer.status, budget: rateBudget(answer.headers) }
      } catch (cause) {
        return { result: readFailure(cause), httpStatus: null, budget: null }
      }
    },
    query: (at, idOrRef) => question(`${QUERY_ROUTES[at].status}/${pathOf(idOrRef)}?include_dte=1`, readQuery),
    queryCancelled: (at, idOrRef) => question(`${QUERY_ROUTES[at].cancelStatus}/${pathOf(idOrRef)}`, readCancelled),
    catalog: (kind, search) => question(catalogPath(kind, search), (answer, now) => readCatalog(kind, answer, now)),
    checkKey: async () => {
      if (key() === null) return { kind: 'no_key', httpStatus: null, budget: null }
      try {
        const answer = await call('GET', '/catalogs/departments?search=san', MOST_ANSWER_BYTES, limits.answer)
        return { ...readKeyCheck(answer), httpStatus: answer.status, budget: rateBudget(answer.headers) }
      } catch (cause) {
        return { kind: 'unreachable', detail: readFailure(cause).detail, httpStatus: null, budget: null }
      }
    },
    knock: () => knock(baseUrl(), knocker),
    abort: () => {
      void dispatcher.destroy()
      void knocker.destroy()
    },
    close: async () => {
      for (const one of [dispatcher, knocker]) if (!one.destroyed) await one.close()
    },
  }
}
