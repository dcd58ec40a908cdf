import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ENVIRONMENTS } from '#domain/document/environment.ts'
import { CODE_PATTERN } from '#domain/document/external-ref.ts'
import { resultOf } from './values.ts'

export const issuer = z.object({
  tradeName: z.string().max(150),
  legalName: z.string().max(250),
  nit: z.string().max(20),
  nrc: z.string().max(10),
  activity: z.string().max(150),
  address: z.string().max(200),
})

export const shopSettings = z.object({
  language: z.enum(['es', 'en']),
  cashier: z.string().min(1).max(60),
  storeCode: z.string().regex(CODE_PATTERN),
  tillCode: z.string().regex(CODE_PATTERN),
  issuer,
  /** tcp://host:9100, file:FOLDER or none. */
  printer: z.string().max(300),
  paperWidth: z.enum(['80', '58']),
  /** Whether a completed sale prints by itself. */
  printAutomatically: z.boolean(),
  /** How long the customer waits for the official ticket before the slip is printed, in seconds. */
  counterSeconds: z.int().min(1).max(60),
  apiUrl: z.url().max(300),
  /** Hours without a stamp after which a document in contingency is warned of, and after which it alarms. */
  contingencyWarnHours: z.int().min(1).max(168),
  contingencyAlarmHours: z.int().min(1).max(168),
  /** When the shop closes, local time: from then on what is not issued yet is warned of. */
  closesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** A second place for backups, such as a USB stick or a network share; empty for none. */
  secondBackupFolder: z.string().max(300),
  /** Where the documents of the shop's key are to count: "00" test, "01" production. */
  environment: z.enum(ENVIRONMENTS),
})
export type ShopSettings = z.infer<typeof shopSettings>

export const settingsView = shopSettings.extend({
  mode: z.enum(['training', 'live']),
  /** The mode of the next start, where it was changed. */
  nextMode: z.enum(['training', 'live']),
  /** Only the last four characters are ever shown. */
  keyTail: z.string().nullable(),
  /** Where the key is kept. */
  keyStore: z.enum(['none', 'environment', 'safe_storage', 'keyring', 'file']),
  /** Whether cancelling and taking back ask for the supervisor's PIN. */
  hasPin: z.boolean(),
  dataFolder: z.string(),
  version: z.string(),
})
export type SettingsView = z.infer<typeof settingsView>

export const settings = {
  get: oc.output(settingsView),
  save: oc.input(shopSettings).output(resultOf(settingsView)),
  /** Keeps the key in the safest place this machine has and resumes the queue. */
  saveKey: oc.input(z.object({ key: z.string().max(200) })).output(resultOf(settingsView)),
  /** Sets, changes or (empty) takes away the supervisor's PIN, 4 to 8 digits; the present one is asked for where there is one. */
  savePin: oc.input(z.object({ pin: z.string().max(20), current: z.string().max(20) })).output(resultOf(settingsView)),
  /** Asks the API whether the kept key is accepted. */
  checkKey: oc.output(resultOf(z.object({ accepted: z.literal(true) }))),
  /** Takes effect at the next start. */
  setNextMode: oc.input(z.object({ mode: z.enum(['training', 'live']) })).output(settingsView),
}
