import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { OpenSale } from '#domain/sale/sale.ts'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import { agreeOnEnvironment } from '#support/agreed-environment.ts'
import { doDeed } from '#support/do-deed.ts'
import type { Deed } from '#support/every-act.ts'
import { everyDocument } from '#support/every-document.ts'
import type { Acknowledged, KnownDocument } from './check-promise.ts'
import { realTime, type Time } from './time.ts'

export const RESOURCES = path.resolve(import.meta.dirname, '../../resources')
export const KEY = `odt_${'cd'.repeat(28)}`

export type LiveTillOptions = {
  readonly folder: string
  readonly apiUrl: string
  readonly tillCode?: string
  readonly time?: Time
}

export type LiveTill = {
  readonly engine: Engine
  readonly time: Time
  /** Everything that was answered with "Cobrado". */
  readonly acknowledged: readonly Acknowledged[]
  /** Bugs that the till told of. */
  readonly troubles: readonly string[]
  /** Sells for cash; false where the sale was refused, with nothing promised. */
  sells(sale: OpenSale): boolean
  /** The same for any act; the code where it was refused, else null. */
  does(deed: Deed): string | null
  /** The API's address from now on, as somebody sets it. */
  pointAt(apiUrl: string): void
  /** All that it has, acknowledged or not. */
  documents(): readonly KnownDocument[]
  /** Documents that are neither issued for good nor parked. */
  waiting(): number
  stop(): Promise<void>
}

/** A whole till in this process, with the real clock unless told, sending in the background. */
export const openLiveTill = async ({
  folder,
  apiUrl,
  tillCode,
  time = realTime(),
}: LiveTillOptions): Promise<LiveTill> => {
  const acknowledged: Acknowledged[] = []
  const troubles: string[] = []
  const engine = await createEngine({
    mode: 'live',
    dataFolder: folder,
    resourcesFolder: RESOURCES,
    version: '0.0.0',
    secrets: [{ kind: 'environment', read: () => KEY, write: () => false }],
    printer: 'none',
    printsByItself: false,
    environment: '00',
    clock: time.clock,
    timers: time.timers,
    log: (level, event, facts) => {
      if (level === 'error') troubles.push(`${event}: ${facts?.cause}`)
    },
  })
  const pointAt = (url: string): void => {
    engine.shop.save({ ...engine.shop.settings(), apiUrl: url, ...(tillCode !== undefined && { tillCode }) })
    agreeOnEnvironment(engine)
  }
  pointAt(apiUrl)
  engine.start()
  const does = (deed: Deed): string | null => {
    const attemptId = randomUUID()
    const done = doDeed(engine, deed, attemptId)
    if (!done.ok) return done.error.code
    if (done.value) acknowledged.push({ attemptId, ...done.value })
    return null
  }
  return {
    engine,
    time,
    acknowledged,
    troubles,
    sells: (sale) => does({ act: 'sell', sale }) === null,
    does,
    pointAt,
    documents: () => everyDocument(engine.documentList),
    waiting: () => engine.stores.outbox.unsettled(Number.MAX_SAFE_INTEGER),
    stop: () => engine.stop(),
  }
}
