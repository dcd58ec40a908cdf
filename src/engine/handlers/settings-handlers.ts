import { isApiKey, parseApiUrl } from '#adapters/ocote/api-url.ts'
import { parsePrinterAddress } from '#adapters/printing/parse-printer-address.ts'
import type { SettingsView, ShopSettings } from '#contract/settings.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import type { EngineConfig } from '../config.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<
  Parts,
  | 'shop'
  | 'api'
  | 'keys'
  | 'line'
  | 'viewChanged'
  | 'printers'
  | 'guardDisk'
  | 'noteAct'
  | 'unitOfWork'
  | 'permission'
  | 'environmentGuard'
> & {
  readonly config: EngineConfig
}

/** What was changed, from what to what. */
const changes = (before: ShopSettings, after: ShopSettings): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, value]) => [name, [before[name as keyof ShopSettings], value]] as const)
      .filter(([, [old, value]]) => JSON.stringify(old) !== JSON.stringify(value)),
  )

export const settingsHandlers = ({
  shop,
  api,
  keys,
  line,
  viewChanged,
  printers,
  guardDisk,
  noteAct,
  unitOfWork,
  permission,
  environmentGuard,
  config,
}: Needs) => {
  const view = (): SettingsView =>
    mutable({
      ...shop.settings(),
      mode: config.mode,
      nextMode: config.nextMode?.read() ?? config.mode,
      keyTail: keys.read()?.slice(-4) ?? null,
      keyStore: keys.store(),
      hasPin: permission.isAsked(),
      dataFolder: config.dataFolder,
      version: config.version,
    })
  return {
    get: implementer.settings.get.handler(view),
    save: implementer.settings.save.handler(({ input }) => {
      if (parsePrinterAddress(input.printer) === null)
        return mutable(fail(refusal('printer_address_invalid', 'printer')))
      const apiUrl = parseApiUrl(input.apiUrl)
      if (apiUrl === null) return mutable(fail(refusal('api_url_invalid', 'apiUrl')))
      const before = shop.settings()
      const next = { ...input, apiUrl }
      const saved = guardDisk(() =>
        unitOfWork.run(() => {
          noteAct('settings_changed', changes(before, next))
          return ok(shop.save(next))
        }),
      )
      if (!saved.ok) return mutable(saved)
      printers.settingsChanged()
      line.release()
      viewChanged()
      return ok(view())
    }),
    saveKey: implementer.settings.saveKey.handler(({ input }) => {
      const key = input.key.trim()
      if (!isApiKey(key)) return mutable(fail(refusal('key_malformed', 'key')))
      if (!keys.write(key)) return mutable(fail(refusal('key_not_kept', 'key')))
      // The key is kept elsewhere: a full disk only keeps this line from the journal.
      guardDisk(() => ok(noteAct('key_saved', { key_tail: key.slice(-4), kept_in: keys.store() })))
      environmentGuard.askAnew()
      line.release()
      viewChanged()
      return ok(view())
    }),
    savePin: implementer.settings.savePin.handler(({ input: { pin, current } }) => {
      const saved = guardDisk(() =>
        unitOfWork.run(() => {
          const kept = permission.save(pin, current)
          if (kept.ok) noteAct(pin === '' ? 'pin_removed' : 'pin_saved', {})
          return kept
        }),
      )
      return saved.ok ? ok(view()) : mutable(saved)
    }),
    checkKey: implementer.settings.checkKey.handler(async () => {
      const checked = await api.checkKey()
      switch (checked.kind) {
        case 'accepted':
        // Whoever is told to wait was recognised.
        case 'throttled':
          line.release()
          viewChanged()
          return ok({ accepted: true as const })
        case 'refused':
          return mutable(fail(refusal('key_refused', 'key')))
        case 'no_key':
          return mutable(fail(refusal('no_key', 'key')))
        case 'unreachable':
          return mutable(fail(refusal('api_unreachable', 'apiUrl', { detail: checked.detail })))
      }
    }),
    setNextMode: implementer.settings.setNextMode.handler(({ input }) => {
      config.nextMode?.write(input.mode)
      return view()
    }),
  }
}
