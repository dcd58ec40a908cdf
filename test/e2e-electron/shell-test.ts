import { test as base } from '@playwright/test'
import { isReal, type Shell, type ShellOptions, startShell } from './a-shell.ts'

type Fixtures = {
  readonly dataFolder: string
  /** Starts a shell on the test's own data folder; whatever still runs at the end is killed. */
  readonly start: (options?: ShellOptions) => Shell
}

export const test = base.extend<Fixtures, { readonly said: undefined }>({
  said: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      if (!isReal) console.log('Electron has no binary here that runs: the stand-in of test/support is used.')
      await use(undefined)
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  dataFolder: async ({}, use, info) => use(info.outputPath('data')),
  start: async ({ dataFolder }, use) => {
    const shells: Shell[] = []
    await use((options) => {
      const shell = startShell(dataFolder, options)
      shells.push(shell)
      return shell
    })
    for (const shell of shells) shell.signal('SIGKILL')
    await Promise.all(shells.map(({ ended }) => ended))
  },
})

export { expect } from '@playwright/test'
