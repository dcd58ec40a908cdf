import type { Menu } from 'electron'
import { expect, test } from 'vitest'
import { menuFor } from '../../../src/main/menu.ts'

const menus = {
  getApplicationMenu: () => 'the default' as unknown as Menu,
  buildFromTemplate: (items: readonly object[]) => items as unknown as Menu,
}

test.each([
  ['in development', false, 'win32', 'the default'],
  ['installed on Windows', true, 'win32', null],
  ['installed on Linux', true, 'linux', null],
  ['installed on macOS', true, 'darwin', [{ role: 'appMenu' }, { role: 'editMenu' }]],
] as const)('the menu %s', (_, isPackaged, platform, expected) => {
  expect(menuFor({ isPackaged }, platform, menus)).toEqual(expected)
})
