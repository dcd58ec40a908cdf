import type { KeptKind } from '#domain/document/document-type.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'files'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** A kept file that was found missing, or not what was kept any more, is fetched again. One that is wished for already stays so. */
export const wantAgain =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string, kind: KeptKind): void =>
    unitOfWork.run(() => stores.files.want({ externalRef, kind, dueAt: clock.now(), tries: 0 }))
