import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { hostname } from 'node:os'

/** What a machine can be asked about itself. */
export type MachineFacts = {
  readonly platform: NodeJS.Platform
  /** A file's text, or null. */
  read(file: string): string | null
  /** A command's output, or null. */
  run(command: string, args: readonly string[]): string | null
  /** Addresses of the wired network cards that are built in, as they were made. */
  networkCards(): readonly string[]
  hostname(): string
}

const COMMAND_MS = 5_000
const NET = '/sys/class/net'

const orNull = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch {
    return null
  }
}

const cardAddress = (name: string): string | null => {
  const folder = `${NET}/${name}`
  const isBuiltIn = existsSync(`${folder}/device`) && !realpathSync(`${folder}/device`).includes('/usb')
  // A wireless card changes its address as it likes.
  const isWired = !existsSync(`${folder}/wireless`) && !existsSync(`${folder}/phy80211`)
  const isItsOwn = readFileSync(`${folder}/addr_assign_type`, 'utf8').trim() === '0'
  return isBuiltIn && isWired && isItsOwn ? readFileSync(`${folder}/address`, 'utf8').trim() : null
}

const systemFacts: MachineFacts = {
  platform: process.platform,
  read: (file) => orNull(() => readFileSync(file, 'utf8').trim()),
  run: (command, args) =>
    orNull(() =>
      execFileSync(command, args, {
        encoding: 'utf8',
        timeout: COMMAND_MS,
        windowsHide: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ),
  networkCards: () =>
    (orNull(() => readdirSync(NET)) ?? [])
      .map((name) => orNull(() => cardAddress(name)))
      .filter((address) => address !== null)
      .sort(),
  hostname,
}

const inText = (text: string | null, pattern: RegExp): string | null => pattern.exec(text ?? '')?.[1] ?? null

const REGISTRY: readonly (readonly [string, string])[] = [
  ['HKLM\\SOFTWARE\\Microsoft\\Cryptography', 'MachineGuid'],
  ['HKLM\\SYSTEM\\HardwareConfig', 'LastConfig'],
]

/** What stays with the machine, and, where there is any, what stays with its board: a copied disk takes only the first along. */
const partsOf = (facts: MachineFacts): readonly (string | null)[] => {
  switch (facts.platform) {
    case 'win32':
      return REGISTRY.map(([key, name]) =>
        inText(facts.run('reg', ['query', key, '/v', name]), /REG_SZ\s+\{?([0-9a-fA-F-]{36})/),
      )
    case 'darwin':
      return [inText(facts.run('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']), /"IOPlatformUUID"\s*=\s*"([^"]+)"/)]
    default:
      return [
        inText(facts.read('/etc/machine-id') ?? facts.read('/var/lib/dbus/machine-id'), /^([0-9a-f]{32})$/),
        ...facts.networkCards(),
      ]
  }
}

/** The same as long as the till stays on its machine, another on another; nothing can be read from it (a hash). By name where nothing better is known. */
export const machineIdentity = (facts: MachineFacts = systemFacts): string => {
  const known = partsOf(facts).filter((part) => part !== null)
  const parts = known.length > 0 ? known : [facts.hostname()]
  return createHash('sha256')
    .update(['torogoz', ...parts].join('\n'))
    .digest('hex')
    .slice(0, 32)
}
