/** What the stand-in tells the test that started it. */
export type Told =
  | { readonly kind: 'opened'; readonly devTools: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly content: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }

/** A function's source to be run in the main process with the module `electron` and one argument. */
export type Asked = { readonly id: number; readonly source: string; readonly argument: unknown }

export const tellTheTest = (told: Told): void => {
  if (process.send) process.send(told)
  else process.stderr.write(`electron stand-in: ${JSON.stringify(told)}\n`)
}

/** Runs what the test wants to know of the main process, as Playwright's `ElectronApplication.evaluate` does with a real Electron. */
export const answerTheTest = (electron: () => Promise<object>): void => {
  process.on('message', async ({ id, source, argument }: Asked) => {
    try {
      const asked = new Function(`return (${source})`)()
      tellTheTest({ kind: 'answer', id, value: await asked(await electron(), argument) })
    } catch (cause) {
      tellTheTest({ kind: 'answer', id, error: String(cause) })
    }
  })
  process.channel?.unref()
}
