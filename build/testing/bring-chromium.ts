import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '#server/open-window.ts'

const PLAYWRIGHT = path.resolve(import.meta.dirname, '../../node_modules/playwright/cli.js')

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, [...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const installed = (): string | null => {
  const found = findChromium()
  if (found) return found
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

const isDebianRoot = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

/** A Chromium for the end-to-end tests: the machine's own, or one brought here (Debian as root by apt-get, elsewhere by Playwright). Null where none could be had. */
export const bringChromium = (): string | null => {
  const present = installed()
  if (present) return present
  console.log('No Chromium here: bringing one…')
  if (isDebianRoot()) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'poppler-utils'])
  } else {
    run(process.execPath, [PLAYWRIGHT, 'install', 'chromium'])
  }
  return installed()
}
