import type { WebContents } from 'electron'

const CRASHES = 3
const WITHIN_MS = 60_000

/** A page that dies comes back by itself, with a port of its own; one that keeps dying is given up. */
export const reloadAfterCrash = (
  contents: Pick<WebContents, 'on' | 'reload'>,
  now: () => number,
  giveUp: () => void,
): void => {
  let crashes: readonly number[] = []
  contents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    crashes = [...crashes.filter((at) => at > now() - WITHIN_MS), now()]
    if (crashes.length > CRASHES) giveUp()
    else contents.reload()
  })
}
