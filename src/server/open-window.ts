import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
]

const FIXED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a window could be seen on this machine. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** The first browser of Chromium's family on this machine, or null. */
export const findChromium = (): string | null => {
  const inPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [...(FIXED[process.platform] ?? []), ...inPath].find(isExecutable) ?? null
}

/** Opens the address as an app window of its own; false where there is no display or no such browser. */
export const openWindow = (url: string, profileFolder: string): boolean => {
  const browser = hasDisplay() ? findChromium() : null
  if (browser === null) return false
  const options = [`--app=${url}`, `--user-data-dir=${profileFolder}`, '--no-first-run', '--no-default-browser-check']
  const { OCOTE_API_KEY: _, ...env } = process.env
  spawn(browser, options, { detached: true, stdio: 'ignore', env })
    .on('error', () => undefined)
    .unref()
  return true
}
