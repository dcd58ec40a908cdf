import type { Log } from '#adapters/system/json-log.ts'
import type { SecretKeeper } from '#application/ports/secret-keeper.ts'
import type { Chance, Clock } from '#application/ports/system.ts'
import type { TrainingControlsView } from '#contract/training.ts'
import type { Environment } from '#domain/document/environment.ts'
import type { Product } from '#domain/product/product.ts'
import type { Timers } from './timers.ts'

/** What is not named stays as it is. */
export type TrainingPatch = { readonly [Name in keyof TrainingControlsView]?: TrainingControlsView[Name] | undefined }

/** What the simulator of a training session may be told. */
export type TrainingControls = {
  read(): TrainingControlsView
  change(patch: TrainingPatch): TrainingControlsView
}

export type EngineConfig = {
  readonly mode: 'training' | 'live'
  /** The folder of this mode: database, files, locks. */
  readonly dataFolder: string
  /** The program's `resources` folder. */
  readonly resourcesFolder: string
  readonly version: string
  /** From the safest place to the plainest; the first that has a key is used, the first that can keep one keeps it. */
  readonly secrets: readonly SecretKeeper[]
  /** Fixed for this start: wins over the settings. */
  readonly apiUrl?: string
  readonly printer?: string
  readonly environment?: Environment
  /** Whether a completed sale queues its paper: a till does, a script does not. */
  readonly printsByItself: boolean
  /** Whether the tax authority's catalogues are refreshed in the background: a shell with a screen does that, and nobody unless told. */
  readonly refreshesCatalogs?: boolean
  readonly training?: { readonly controls: TrainingControls; readonly products: readonly Product[] }
  /** The mode that the next start will have. */
  readonly nextMode?: { read(): 'training' | 'live'; write(mode: 'training' | 'live'): void }
  readonly clock?: Clock
  readonly timers?: Timers
  readonly chance?: Chance
  readonly log?: Log
  /** Which machine this is, where it is not to be found out. */
  readonly machine?: string
  /** Documents in flight at the same time; 4 unless told. */
  readonly concurrency?: number
}
