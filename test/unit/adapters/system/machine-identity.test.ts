import { expect, test } from 'vitest'
import { type MachineFacts, machineIdentity } from '#adapters/system/machine-identity.ts'

const NOTHING: MachineFacts = {
  platform: 'linux',
  read: () => null,
  run: () => null,
  networkCards: () => [],
  hostname: () => 'caja-1',
}
const linux = (id: string, ...cards: readonly string[]): string =>
  machineIdentity({ ...NOTHING, read: (file) => (file === '/etc/machine-id' ? id : null), networkCards: () => cards })

const ID = 'a'.repeat(32)
const CARD = '52:54:00:12:34:56'

test('the same machine is the same, whatever its name', () => {
  expect(linux(ID, CARD)).toBe(linux(ID, CARD))
  expect(linux(ID, CARD)).toMatch(/^[0-9a-f]{32}$/)
  expect(linux(ID, CARD)).not.toContain(ID)
})

test('a disk that was cloned into another machine is on another one, although it took its machine-id along', () => {
  expect(linux(ID, CARD)).not.toBe(linux(ID, '52:54:00:65:43:21'))
  expect(linux(ID, CARD)).not.toBe(linux('b'.repeat(32), CARD))
})

test('Windows is known by its installation and its board, a Mac by its board', () => {
  const answers: Record<string, string> = {
    MachineGuid: '    MachineGuid    REG_SZ    6f9619ff-8b86-d011-b42d-00cf4fc964ff\r\n',
    LastConfig: '    LastConfig    REG_SZ    {4c4c4544-0051-3010-8052-b4c04f4e4d32}\r\n',
  }
  const windows = (known: Record<string, string>): string =>
    machineIdentity({ ...NOTHING, platform: 'win32', run: (_, args) => known[args.at(-1) ?? ''] ?? null })
  const mac = (uuid: string): string =>
    machineIdentity({ ...NOTHING, platform: 'darwin', run: () => `  "IOPlatformUUID" = "${uuid}"` })
  const different = [
    windows(answers),
    windows({ ...answers, LastConfig: answers.LastConfig?.replace('4c4c', '5d5d') ?? '' }),
    windows({}),
    mac('1'),
    mac('2'),
  ]
  expect(new Set(different).size).toBe(different.length)
})

test.each(['', 'uninitialized', 'x'.repeat(32)])(
  'a machine-id of "%s" is none: the name stands for the machine',
  (id) => {
    expect(linux(id)).toBe(machineIdentity(NOTHING))
    expect(machineIdentity({ ...NOTHING, hostname: () => 'caja-2' })).not.toBe(machineIdentity(NOTHING))
  },
)

test('this machine is told, and stays the same', () => {
  expect(machineIdentity()).toBe(machineIdentity())
})
