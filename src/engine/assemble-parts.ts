import path from 'node:path'
import { EventPublisher } from '@orpc/server'
import { z } from 'zod'
import { createOcoteApi } from '#adapters/ocote/ocote-api.ts'
import { ocoteRequestWriter } from '#adapters/ocote/request-body.ts'
import { createPaperComposer } from '#adapters/printing/create-paper-composer.ts'
import { sqliteCatalogue } from '#adapters/sqlite/catalogue.ts'
import { changeMark } from '#adapters/sqlite/change-mark.ts'
import { sqliteDayBook } from '#adapters/sqlite/day-book.ts'
import { sqliteDocumentList } from '#adapters/sqlite/document-list.ts'
import { sqliteInstallation } from '#adapters/sqlite/installation.ts'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { sqliteSettings } from '#adapters/sqlite/settings-store.ts'
import { sqliteTaxCatalogs } from '#adapters/sqlite/tax-catalogs.ts'
import { sqliteUnitOfWork } from '#adapters/sqlite/unit-of-work.ts'
import { verifyDatabase } from '#adapters/sqlite/verify-database.ts'
import { folderArchive } from '#adapters/system/folder-archive.ts'
import { stderrLog } from '#adapters/system/json-log.ts'
import { systemChance, systemClock } from '#adapters/system/system-clock.ts'
import { askForPaper } from '#application/printing/ask-for-paper.ts'
import { composePaper } from '#application/printing/compose-paper.ts'
import { queryDocument } from '#application/querying/query-document.ts'
import { queryFile } from '#application/querying/query-file.ts'
import { creditSale } from '#application/returning/credit-sale.ts'
import { giveUpNote } from '#application/returning/give-up-note.ts'
import { returnGoods } from '#application/returning/return-goods.ts'
import { settleDue } from '#application/returning/settle-due.ts'
import { completeSale } from '#application/selling/complete-sale.ts'
import { cancelDocument } from '#application/sending/cancel-document.ts'
import { correctAndResend } from '#application/sending/correct-and-resend.ts'
import { retryBatch } from '#application/sending/retry-batch.ts'
import { retryNow } from '#application/sending/retry-now.ts'
import { wantAgain } from '#application/sending/want-again.ts'
import type { TillEvent } from '#contract/till.ts'
import type { LocalDate } from '#domain/clock/local-time.ts'
import { closingWords } from '#domain/report/closing-words.ts'
import { reconcileDay } from '#domain/report/reconcile-day.ts'
import { createAskedCall } from './asked-call.ts'
import { assembleMonth } from './assemble-month.ts'
import { createBackups } from './backups/create-backups.ts'
import { createSaleBook } from './backups/sale-book.ts'
import type { EngineConfig } from './config.ts'
import { documentDetail } from './document-detail.ts'
import { openEnvironmentGuard } from './environment-guard.ts'
import { guardDisk } from './guard-disk.ts'
import { mutable } from './handlers/mutable.ts'
import { openKeys } from './keys.ts'
import { createLine } from './line-to-api.ts'
import { openData } from './open-data.ts'
import { openPermission } from './permission.ts'
import { openPrinters } from './printers.ts'
import { openShop } from './shop-settings.ts'
import { readTillView } from './till-view.ts'

const ANNOUNCED_AFTER_MS = 20

/** The adapters behind their ports, and the use cases over them: everything that a handler or a loop of the engine needs. */
export const assembleParts = async (config: EngineConfig) => {
  const clock = config.clock ?? systemClock
  const chance = config.chance ?? systemChance
  const log = config.log ?? stderrLog
  const { connection, machine, witness, lock: dataLock } = openData(config, clock)
  const stores = openStores(connection)
  const unitOfWork = sqliteUnitOfWork(connection)
  const documentList = sqliteDocumentList(connection)
  const dayBook = sqliteDayBook(connection)
  const catalogue = sqliteCatalogue(connection)
  const taxCatalogs = sqliteTaxCatalogs(connection)
  const archive = folderArchive(path.join(config.dataFolder, 'files'))
  const shop = openShop(sqliteSettings(connection), config, clock.now())
  const permission = openPermission(sqliteSettings(connection), clock)
  const keys = openKeys(config.secrets)
  const environmentGuard = openEnvironmentGuard({
    store: sqliteSettings(connection),
    isTraining: config.mode === 'training',
    key: keys.read,
    shop: shop.settings,
  })
  const api = createOcoteApi({ baseUrl: () => shop.settings().apiUrl, key: keys.read, clock })
  const line = createLine(chance.random, clock.now())
  const composer = createPaperComposer()
  const events = new EventPublisher<{ till: TillEvent }>()
  const wakers = new EventPublisher<{ wake: null }>()
  /** Whether a screen looks on: nothing is read for nobody. */
  const isWatched = () => events.size > 0
  const printers = await openPrinters(shop, config, clock, () => viewChanged())
  const tillView = readTillView({ config, shop, stores, documentList, line, environmentGuard, printers, clock })
  const requests = ocoteRequestWriter

  const fileIsWantedAgain = wantAgain({ stores, unitOfWork, clock })

  let announcing = false
  /** The view is told a moment later, once for everything that happened meanwhile. */
  const announceView = (): void => {
    if (announcing || !isWatched()) return
    announcing = true
    setTimeout(() => {
      announcing = false
      if (connection.open) events.publish('till', { kind: 'view', view: tillView() })
    }, ANNOUNCED_AFTER_MS).unref()
  }
  const viewChanged = (): void => {
    announceView()
    wakers.publish('wake', null)
  }
  const documentChanged = (externalRef: string | null): void => {
    const document = externalRef === null || !isWatched() ? null : documentList.summary(externalRef)
    if (document) events.publish('till', { kind: 'document', document: mutable(document) })
    viewChanged()
  }

  const installation = sqliteInstallation(connection)
  const changes = changeMark(connection)
  const saleBook = createSaleBook({
    connection,
    dataFolder: config.dataFolder,
    log,
    backedUp: () => backups.state().list.flatMap(({ verified }) => verified?.lastNumber ?? []),
  })
  const backups = createBackups({
    mode: config.mode,
    dataFolder: config.dataFolder,
    clock,
    log,
    machine,
    till: () => {
      const { storeCode: store, tillCode: till, secondBackupFolder: secondFolder } = shop.settings()
      return { store, till, tag: shop.tag, since: installation.read()?.installedAt ?? 0, secondFolder }
    },
    changeMark: changes,
    changed: () => {
      if (connection.open) witness(backups.goodAt())
      if (connection.open) saleBook.trim()
      announceView()
    },
  })

  const askedCall = createAskedCall({ line, clock, lineChanged: viewChanged })

  const selling = { stores, unitOfWork, clock, requests, counter: shop.counter, stopped: environmentGuard.stopped }

  return {
    clock,
    chance,
    log,
    installation,
    backups,
    saleBook,
    /** Brings the marker beside the database up to date: cheap, and nothing where nothing has changed. */
    witness: (): void => witness(),
    database: {
      /** Grows whenever another process has committed. */
      dataVersion: (): number => z.int().parse(connection.pragma('data_version', { simple: true })),
      /** Moves what is committed into the database file, as far as nobody is in the way: off the sale's path. */
      checkpoint: (): void => {
        connection.pragma('wal_checkpoint(PASSIVE)')
      },
      verify: () => verifyDatabase(connection),
      close: (): void => {
        connection.close()
        dataLock.release()
      },
    },
    stores,
    unitOfWork,
    documentList,
    catalogue,
    taxCatalogs,
    archive,
    shop,
    keys,
    permission,
    environmentGuard,
    /** For the files: what a signed JSON says of its key. */
    heardSigned: environmentGuard.heard,
    api,
    line,
    composer,
    events,
    wakers,
    printers,
    tillView,
    viewChanged,
    documentChanged,
    /** Another process wrote to the database. */
    changedElsewhere: (): void => {
      shop.reload()
      environmentGuard.reload()
      viewChanged()
    },
    guardDisk,
    /** An act that concerns no single document, into the journal. */
    noteAct: (act: string, facts: Readonly<Record<string, unknown>>): void =>
      unitOfWork.run(() =>
        stores.journal.append({ kind: 'act', at: clock.now(), act, externalRef: null, reason: '', facts }),
      ),
    documentDetail: documentDetail(stores, documentList, clock),
    completeSale: completeSale(selling),
    retryBatch: retryBatch({ stores, unitOfWork, clock }),
    /** What is pending when the program ends, in words. */
    closing: () => {
      const view = tillView()
      return { words: closingWords(view, view.language, clock.now()), language: view.language }
    },
    dayReport: (date: LocalDate) =>
      reconcileDay(
        date,
        dayBook.sales(date),
        dayBook.tenders(date),
        dayBook.arrivals(date),
        dayBook.givenBack(date),
        dayBook.settled(date),
      ),
    retryNow: retryNow({ stores, unitOfWork, clock }),
    cancelDocument: cancelDocument({ stores, unitOfWork, clock }),
    creditSale: creditSale(selling),
    returnGoods: returnGoods(selling),
    settleDue: settleDue({ stores, unitOfWork, clock }),
    giveUpNote: giveUpNote({ stores, unitOfWork, clock }),
    askedCall,
    ...assembleMonth({ config, connection, shop, stores, unitOfWork, archive, clock }),
    queryDocument: queryDocument({
      stores,
      api: {
        query: (at, idOrRef) => askedCall(() => api.query(at, idOrRef)),
        queryCancelled: (at, idOrRef) => askedCall(() => api.queryCancelled(at, idOrRef)),
      },
    }),
    queryFile: queryFile({ opens: composer.opens, api: { file: (request) => askedCall(() => api.file(request)) } }),
    /** Whether a PDF can be opened. */
    opens: composer.opens,
    askForPaper: askForPaper({
      stores,
      unitOfWork,
      clock,
      counterMs: () => shop.settings().counterSeconds * 1000,
    }),
    wantAgain: fileIsWantedAgain,
    correctAndResend: correctAndResend({ stores, unitOfWork, clock, requests }),
    composePaper: composePaper({
      stores,
      archive,
      composer,
      wantAgain: fileIsWantedAgain,
      settings: () => ({
        issuer: shop.settings().issuer,
        dots: printers.dots(),
        training: config.mode === 'training',
        environment: shop.settings().environment,
      }),
    }),
  }
}

export type Parts = Awaited<ReturnType<typeof assembleParts>>
