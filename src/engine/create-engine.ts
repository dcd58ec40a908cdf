import path from 'node:path'
import type { Finding } from '#adapters/sqlite/finding.ts'
import { type ProcessLock, takeProcessLock } from '#adapters/sqlite/process-lock.ts'
import { printWaiting } from '#application/printing/print-waiting.ts'
import { fetchFile } from '#application/sending/fetch-file.ts'
import { makeCall } from '#application/sending/make-call.ts'
import { recoverClaims } from '#application/sending/recover-claims.ts'
import { settleTry } from '#application/sending/settle-try.ts'
import { ok } from '#domain/result/result.ts'
import { assembleCatalogs } from './assemble-catalogs.ts'
import { assembleParts, type Parts } from './assemble-parts.ts'
import type { CatalogRefresher } from './catalog-refresher.ts'
import type { EngineConfig } from './config.ts'
import { createFetchNow, type FetchNow } from './fetch-now.ts'
import { backupHandlers, noRescueHandlers } from './handlers/backup-handlers.ts'
import { catalogHandlers } from './handlers/catalog-handlers.ts'
import { documentHandlers } from './handlers/document-handlers.ts'
import { fileHandlers } from './handlers/file-handlers.ts'
import { implementer } from './handlers/implement-contract.ts'
import { monthHandlers } from './handlers/month-handlers.ts'
import { jobView, printingHandlers } from './handlers/printing-handlers.ts'
import { queryHandlers } from './handlers/query-handlers.ts'
import { reportHandlers } from './handlers/report-handlers.ts'
import { returnHandlers } from './handlers/return-handlers.ts'
import { saleHandlers } from './handlers/sale-handlers.ts'
import { settingsHandlers } from './handlers/settings-handlers.ts'
import { taxCatalogHandlers } from './handlers/tax-catalog-handlers.ts'
import { tillHandlers } from './handlers/till-handlers.ts'
import { trainingHandlers } from './handlers/training-handlers.ts'
import { noteTrouble } from './note-trouble.ts'
import { createPrinterQueue } from './printer-queue.ts'
import { createSender } from './sender.ts'
import { systemTimers } from './timers.ts'

/** How often another process's changes to the database are noticed, and the sender's lock is asked for. */
const LOOK_AROUND_MS = 1_000

/** Looks around between two checkpoints of the database. */
const LOOKS_PER_CHECKPOINT = 30

/** Calls that take longer are cut off at the end; their documents are asked about at the next start. */
const STOPPED_WITHIN_MS = 3_000

const CONCURRENCY = 4

type Needs = Parts & { readonly fetchNow: FetchNow; readonly catalogRefresher: CatalogRefresher }

const routerOf = ({ catalogRefresher, ...parts }: Needs, config: EngineConfig) =>
  implementer.router({
    till: tillHandlers(parts),
    catalog: catalogHandlers(parts.catalogue),
    sale: saleHandlers(parts),
    documents: {
      ...documentHandlers(parts),
      ...returnHandlers(parts),
      ...fileHandlers(parts),
      ...queryHandlers(parts),
      ...monthHandlers(parts),
    },
    printing: printingHandlers(parts),
    reports: reportHandlers(parts),
    settings: settingsHandlers({ ...parts, config }),
    training: trainingHandlers(config.training),
    backups: backupHandlers({ ...parts, config }),
    rescue: noRescueHandlers,
    taxCatalogs: taxCatalogHandlers({ ...parts, catalogRefresher }),
  })

const senderOf = (parts: Parts, config: EngineConfig) => {
  const { stores, unitOfWork, clock, chance, api, line, environmentGuard } = parts
  return createSender({
    stores,
    clock,
    timers: config.timers ?? systemTimers,
    random: chance.random,
    api,
    line,
    environmentGuard,
    unitOfWork,
    makeCall: makeCall({ stores, api }),
    settleTry: settleTry({ stores, unitOfWork, clock, chance }),
    fetchFile: fetchFile(parts),
    recoverClaims: recoverClaims({ stores, unitOfWork, clock }),
    concurrency: config.concurrency ?? CONCURRENCY,
    counterMs: () => parts.shop.settings().counterSeconds * 1000,
    changed: parts.documentChanged,
    lineChanged: parts.viewChanged,
    trouble: (cause) => parts.log('error', 'sender_trouble', { cause }),
  })
}

const printWaitingOf = (parts: Parts) => {
  const { stores, clock, events, printers, composePaper, line, log } = parts
  return printWaiting({
    stores,
    clock,
    printer: printers.current,
    compose: composePaper,
    lineDown: () => line.state() === 'offline' || line.state() === 'no_key',
    changed: (job) => {
      events.publish('till', { kind: 'paper', job: jobView(job) })
      parts.viewChanged()
    },
    trouble: (cause) => log('error', 'paper_trouble', { cause }),
  })
}

/** Kept files that are no longer there, or no longer what was kept, and files that nobody ever asked for: each is fetched again. */
const missingFiles = ({ stores, archive, wantAgain, guardDisk }: Parts): readonly Finding[] => {
  const changed = [...stores.files.all()].filter((file) => archive.read(file) === null)
  const forgotten = stores.files.forgotten()
  for (const { externalRef, kind } of [...changed, ...forgotten]) guardDisk(() => ok(wantAgain(externalRef, kind)))
  return [
    ...changed.map(({ externalRef, path: detail }) => ({
      code: 'archived_file_changed_or_missing',
      externalRef,
      detail,
    })),
    ...forgotten.map(({ externalRef, kind }) => ({ code: 'file_forgotten', externalRef, detail: kind })),
  ]
}

/** Backups that this installation made remember how far its journal went: lines cut off at its end leave no gap of their own. */
const cutJournal = ({ backups, installation, stores }: Parts): readonly Finding[] => {
  const own = installation.read()
  return backups
    .state()
    .list.filter(({ at, verified }) => own !== null && verified?.tag === own.tag && at >= own.installedAt)
    .flatMap(({ name, verified }) => (verified?.journal ? [{ name, head: verified.journal }] : []))
    .filter(({ head }) => stores.journal.hashAt(head.entryId) !== head.hash)
    .map(({ name, head }) => ({ code: 'journal_cut', externalRef: null, detail: `line ${head.entryId}, by ${name}` }))
}

/**
 * The till without a screen: its database opened, its use cases behind the contract, its loops ready to start. The shells wrap it; none of
 * them knows an adapter.
 * @throws DatabaseNotOpened where the database is newer than this program or damaged.
 */
export const createEngine = async (config: EngineConfig) => {
  const parts = await assembleParts(config)
  const sender = senderOf(parts, config)
  const fetchNow = createFetchNow({ ...parts, fetchFile: fetchFile(parts) })
  const catalogs = assembleCatalogs(parts, config, sender)
  const queue = createPrinterQueue({
    ...parts,
    timers: config.timers ?? systemTimers,
    printWaiting: printWaitingOf(parts),
    trouble: (cause) => parts.log('error', 'printer_queue_trouble', { cause }),
  })
  let lock: ProcessLock | null = null
  let printerLock: ProcessLock | null = null
  let timer: NodeJS.Timeout | undefined
  let dataVersion = 0
  let lookedAround = 0

  if (config.training && parts.catalogue.count() === 0) parts.catalogue.save(config.training.products)
  const unsubscribe = parts.wakers.subscribe('wake', () => {
    sender.wake()
    queue.wake()
  })

  /** Only one process prints at a time, so that a job found printing at the start is known to be cut short. */
  const takePrinterLock = () => takeProcessLock(path.join(config.dataFolder, 'printer.lock'))
  const startPrinting = (): void => {
    printerLock ??= takePrinterLock()
    if (printerLock) queue.start()
  }
  /** Only one process sends at a time; the others wait for it to end. */
  const canSend = (): boolean => {
    lock ??= takeProcessLock(path.join(config.dataFolder, 'sender.lock'))
    return lock !== null
  }
  const startSending = (): boolean => {
    if (canSend()) sender.start()
    return lock !== null
  }
  const lookAround = (): void => {
    startSending()
    startPrinting()
    parts.witness()
    parts.saleBook.follow()
    parts.backups.lookAround()
    const version = parts.database.dataVersion()
    if (version !== dataVersion) parts.changedElsewhere()
    dataVersion = version
    lookedAround += 1
    if (lookedAround % LOOKS_PER_CHECKPOINT === 0 && !sender.isBusy()) parts.database.checkpoint()
  }

  let stopped: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    const wasRunning = timer !== undefined
    clearInterval(timer)
    unsubscribe()
    const cutOff = setTimeout(parts.api.abort, STOPPED_WITHIN_MS)
    await Promise.all([sender.stop(), catalogs.catalogRefresher.stop()])
    clearTimeout(cutOff)
    await queue.stop()
    lock?.release()
    printerLock?.release()
    await Promise.all([parts.composer.close(), parts.printers.close(), parts.api.close()])
    parts.saleBook.follow()
    if (wasRunning) await parts.backups.makeIfChanged()
    await parts.backups.idle()
    parts.witness()
    parts.database.close()
  }

  return {
    ...parts,
    ...catalogs,
    router: routerOf({ ...parts, ...catalogs, fetchNow }, config),
    /** For the handler of every transport. */
    routerOptions: { clientInterceptors: [noteTrouble(parts.log)] },
    sender,
    queue,
    canSend,
    startSending,
    fetchFile: fetchFile(parts),
    fetchNow,
    /** Prints this job here and now; where another process prints on this data, that one will. */
    printJob: async (jobId: number): Promise<void> => {
      const own = takePrinterLock()
      if (!own) return
      try {
        parts.stores.printJobs.interrupt(parts.clock.now())
        await printWaitingOf(parts)(jobId)
      } finally {
        own.release()
      }
    },
    verify: (): readonly Finding[] => [...parts.database.verify(), ...cutJournal(parts), ...missingFiles(parts)],
    /** Sends and prints in the background until it is stopped. */
    start: (): void => {
      parts.saleBook.own()
      timer = setInterval(lookAround, LOOK_AROUND_MS)
      lookAround()
      if (config.refreshesCatalogs) catalogs.catalogRefresher.start()
      void parts.printers.check().then(parts.viewChanged)
    },
    /** Lets what is under way come to its end, then closes everything. Asked twice, it ends once. */
    stop: (): Promise<void> => {
      stopped ??= stop()
      return stopped
    },
  }
}

export type Engine = Awaited<ReturnType<typeof createEngine>>
