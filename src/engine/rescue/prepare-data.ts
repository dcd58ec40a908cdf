import { finishSwap } from '#adapters/sqlite/swap-database.ts'
import { stderrLog } from '#adapters/system/json-log.ts'
import { machineIdentity } from '#adapters/system/machine-identity.ts'
import { systemClock } from '#adapters/system/system-clock.ts'
import type { EngineConfig } from '../config.ts'
import { type DataTrouble, examineData } from './examine-data.ts'
import { requestedRestore } from './requested-restore.ts'
import { restoreTill } from './restore-till.ts'

/** A restore that a person asked for while the till was open. One that is refused leaves the data as it is, and its reason to be shown. */
const restoreAsAsked = async (config: EngineConfig): Promise<void> => {
  const { dataFolder, clock = systemClock, machine = machineIdentity(), log = stderrLog } = config
  const request = requestedRestore(dataFolder)
  const asked = request.read()
  if (asked === null || asked.refused !== null) return
  const restored = await restoreTill({ dataFolder, backup: asked.file, machine, clock })
  if (restored.ok) return request.clear()
  log('warn', 'restore_refused', { file: asked.file, ...restored.error })
  request.write({ ...asked, refused: restored.error.code })
}

/**
 * What a till with a screen does before it opens its data, holding the till's lock: ends a restore that was cut short, does the one that was asked
 * for, and reads every page. Answers with why the data cannot be opened, or null.
 */
export const prepareData = async (config: EngineConfig): Promise<DataTrouble | null> => {
  finishSwap(config.dataFolder)
  await restoreAsAsked(config)
  return examineData(config.dataFolder)
}
