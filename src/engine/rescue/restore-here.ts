import { machineIdentity } from '#adapters/system/machine-identity.ts'
import { systemClock } from '#adapters/system/system-clock.ts'
import { restoreTill } from './restore-till.ts'

/** Goes back to a backup, now and on this machine; whoever asks holds the till's lock. */
export const restoreHere = (dataFolder: string, backup: string | null): ReturnType<typeof restoreTill> =>
  restoreTill({ dataFolder, backup, machine: machineIdentity(), clock: systemClock })
