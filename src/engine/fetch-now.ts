import type { FileAnswer } from '#application/ports/fiscal-api.ts'
import type { FileTask } from '#application/ports/stores.ts'
import type { KeptKind } from '#domain/document/document-type.ts'
import type { Parts } from './assemble-parts.ts'

type Dependencies = Pick<Parts, 'clock' | 'wantAgain' | 'askedCall'> & {
  readonly fetchFile: (task: FileTask) => Promise<FileAnswer>
}

/** Asks for a file at once, because somebody waits for it. One that does not come stays wished for. */
export const createFetchNow =
  ({ clock, wantAgain, askedCall, fetchFile }: Dependencies) =>
  async (externalRef: string, kind: KeptKind): Promise<void> => {
    wantAgain(externalRef, kind)
    await askedCall(() => fetchFile({ externalRef, kind, dueAt: clock.now(), tries: 0 }))
  }

export type FetchNow = ReturnType<typeof createFetchNow>
