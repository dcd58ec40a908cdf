import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { environmentKey } from '#adapters/secrets/environment-key.ts'
import { fileKey, type Seal } from '#adapters/secrets/file-key.ts'
import { keyringKey } from '#adapters/secrets/keyring-key.ts'
import type { SecretKeeper } from '#application/ports/secret-keeper.ts'
import type { EngineConfig } from './config.ts'
import type { Environment } from './environment.ts'

export type { Seal }

export type ShellFacts = {
  readonly resourcesFolder: string
  readonly version: string
  readonly printsByItself: boolean
  readonly refreshesCatalogs?: boolean
}

/** Where the key may be: this start's environment, then the shell's own safe place or the system's keyring, then a 0600 file. */
const keyKeepers = ({ dataFolder, apiKey }: Environment, seal?: Seal): readonly SecretKeeper[] => {
  const given = apiKey === undefined ? [] : [environmentKey(apiKey)]
  const sealed = seal ? [fileKey(path.join(dataFolder, 'api-key.sealed'), seal)] : []
  const keyring = keyringKey(dataFolder)
  return [...given, ...sealed, ...(keyring ? [keyring] : []), fileKey(path.join(dataFolder, 'api-key'))]
}

/** The configuration of a till that issues real documents. */
export const liveConfig = (environment: Environment, shell: ShellFacts, seal?: Seal): EngineConfig => {
  mkdirSync(environment.dataFolder, { recursive: true, mode: 0o700 })
  return {
    mode: 'live',
    dataFolder: environment.dataFolder,
    ...shell,
    secrets: keyKeepers(environment, seal),
    ...(environment.apiUrl !== undefined && { apiUrl: environment.apiUrl }),
    ...(environment.printer !== undefined && { printer: environment.printer }),
    ...(environment.fiscal !== undefined && { environment: environment.fiscal }),
  }
}
