import { sqliteInstallation } from '#adapters/sqlite/installation.ts'
import { type Connection, DatabaseNotOpened, openDatabase } from '#adapters/sqlite/open-database.ts'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { type ProcessLock, shareProcessLock } from '#adapters/sqlite/process-lock.ts'
import { finishSwap } from '#adapters/sqlite/swap-database.ts'
import { sqliteUnitOfWork } from '#adapters/sqlite/unit-of-work.ts'
import { installationMarker } from '#adapters/system/installation-marker.ts'
import { type Log, stderrLog } from '#adapters/system/json-log.ts'
import { machineIdentity } from '#adapters/system/machine-identity.ts'
import { randomTag } from '#adapters/system/system-clock.ts'
import type { Clock } from '#application/ports/system.ts'
import { recoverAfterRestore } from '#application/sending/recover-after-restore.ts'
import type { EngineConfig } from './config.ts'
import { dataPlaces } from './rescue/data-places.ts'
import { behindData, type DataTrouble, missingData } from './rescue/examine-data.ts'

const refuse = (trouble: DataTrouble | null): void => {
  if (trouble) throw new DatabaseNotOpened({ code: trouble.code, detail: trouble.detail })
}

/**
 * On another machine than before, this is a database that was moved, or a copy whose original still sells: from now on its refs bear another tag,
 * and whatever is not finished is asked about first, because the other may have issued it.
 */
const settleOnMachine = (connection: Connection, machine: string, clock: Clock): void => {
  const installation = sqliteInstallation(connection)
  const stores = openStores(connection)
  const unitOfWork = sqliteUnitOfWork(connection)
  if (installation.read()?.machine === machine) return
  unitOfWork.run(() => {
    const found = installation.read()
    const now = clock.now()
    if (found === null) return installation.install(randomTag(), machine, now)
    if (found.machine === null) return installation.setMachine(machine)
    if (found.machine === machine) return
    const tag = randomTag()
    installation.renew({ tag, installedAt: now, machine, firstNumber: installation.lastNumber() + 1 })
    const asked = recoverAfterRestore({ stores, unitOfWork, clock })()
    const facts = { old_tag: found.tag, tag, asked }
    installation.note('moved', facts, now)
    stores.journal.append({ kind: 'act', at: now, act: 'moved', externalRef: null, reason: 'another machine', facts })
  })
}

/** What the marker beside the database tells of it from now on; a disk that takes no more keeps the till from nothing. */
const createWitness = (dataFolder: string, connection: Connection, machine: string, log: Log) => {
  const marker = installationMarker(dataFolder)
  const installation = sqliteInstallation(connection)
  let told = ''
  let isTroubleTold = false
  let lastGoodAt = marker.read()?.goodAt ?? null
  return (goodAt: number | null = null): void => {
    const found = connection.open ? installation.read() : null
    if (found === null) return
    lastGoodAt = goodAt ?? lastGoodAt
    const next = {
      tag: found.tag,
      installedAt: found.installedAt,
      machine,
      lastNumber: installation.lastNumber(),
      goodAt: lastGoodAt,
    }
    const text = JSON.stringify(next)
    if (text === told) return
    try {
      marker.write(next)
      told = text
      isTroubleTold = false
    } catch (cause) {
      if (!isTroubleTold) log('warn', 'marker_not_written', { cause })
      isTroubleTold = true
      told = ''
    }
  }
}

export type OpenData = {
  readonly connection: Connection
  /** Until it is released nobody puts another database in this one's place. */
  readonly lock: ProcessLock
  readonly machine: string
  readonly witness: ReturnType<typeof createWitness>
}

/**
 * Opens the till's database where it is the one that was there last; never makes an empty one where a till was installed before.
 * Decided: pages are checked by the shells that stay open (`examineData`) and not here, so that a one-shot command stays quick.
 * @throws DatabaseNotOpened where it is missing, damaged, or ends before the last sale that is known.
 */
export const openData = (config: EngineConfig, clock: Clock): OpenData => {
  const { dataFolder } = config
  const finished = finishSwap(dataFolder)
  const lock = finished ? shareProcessLock(dataPlaces(dataFolder).lock) : null
  if (lock === null) throw new DatabaseNotOpened({ code: 'database_restoring' })
  try {
    return { lock, ...openUnlocked(config, clock) }
  } catch (cause) {
    lock.release()
    throw cause
  }
}

const openUnlocked = (
  { dataFolder, machine = machineIdentity(), log = stderrLog }: EngineConfig,
  clock: Clock,
): Omit<OpenData, 'lock'> => {
  refuse(missingData(dataFolder))
  const connection = openDatabase(dataPlaces(dataFolder).database)
  try {
    const isNew = sqliteInstallation(connection).read() === null
    if (!isNew) refuse(behindData(dataFolder, sqliteInstallation(connection).lastNumber()))
    settleOnMachine(connection, machine, clock)
    const witness = createWitness(dataFolder, connection, machine, log)
    witness(isNew ? clock.now() : null)
    return { connection, machine, witness }
  } catch (cause) {
    connection.close()
    throw cause
  }
}
