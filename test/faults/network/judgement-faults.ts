import type { DocumentState } from '#domain/document/document-state.ts'
import { sendAnew } from '#support/do-deed.ts'
import { until } from '../time.ts'
import type { NetworkFault, Stage } from './network-fault.ts'

const KNOWN_WITHIN_MS = 60_000
const HOUR_MS = 3_600_000

const refsIn = ({ till }: Stage, state: DocumentState): readonly string[] =>
  till.documents().flatMap((document) => (document.state === state ? [document.externalRef] : []))

const become = (stage: Stage, state: DocumentState, times: number): Promise<void> =>
  until(`${times} documents ${state}`, KNOWN_WITHIN_MS, () => refsIn(stage, state).length >= times)

/** Asked of everything in contingency, as a person may. */
const askAgain = (stage: Stage): void => {
  const { engine } = stage.till
  for (const externalRef of refsIn(stage, 'contingency')) engine.retryNow(externalRef)
  engine.viewChanged()
}

const correct = ({ till }: Stage, externalRef: string): void => {
  const corrected = sendAnew(till.engine, externalRef, 'corregido@ejemplo.test')
  if (!corrected.ok) throw new Error(corrected.error.code)
}

const REJECTED = 3
const ALARMED = 1

/** What the Ministry or the API says of a document, and what a person does then. */
export const JUDGEMENT_FAULTS: readonly NetworkFault[] = [
  {
    name: 'MH down for nine hours',
    seconds: 15,
    inject: async (stage) => {
      stage.simulator.setControls({ mh: 'down' })
      for (let shift = 1; shift <= 3; shift += 1) {
        stage.sells()
        await become(stage, 'contingency', shift)
        stage.till.time.jump(3 * HOUR_MS)
        stage.simulator.setControls({ clockOffsetMs: shift * 3 * HOUR_MS })
        stage.till.engine.sender.wake()
      }
    },
    injected: ({ simulator }) => simulator.injected().mh,
    recover: (stage) => {
      stage.simulator.setControls({ mh: 'up' })
      askAgain(stage)
    },
  },
  {
    name: 'MH down, and nobody asks again',
    seconds: 40,
    inject: ({ simulator }) => void simulator.setControls({ mh: 'down' }),
    injected: ({ simulator }) => simulator.injected().mh,
  },
  {
    name: 'late rejection, corrected by a person',
    inject: async (stage) => {
      stage.simulator.setControls({ mh: 'down', rejectOnRevalidation: REJECTED })
      for (let sale = 0; sale < REJECTED; sale += 1) stage.sells()
      await become(stage, 'contingency', REJECTED)
      stage.simulator.setControls({ mh: 'up' })
      askAgain(stage)
    },
    injected: (stage) => stage.simulator.injected().rejectOnRevalidation,
    enough: REJECTED,
    recover: async (stage) => {
      await become(stage, 'rejected', REJECTED)
      for (const externalRef of refsIn(stage, 'rejected')) correct(stage, externalRef)
    },
  },
  {
    name: 'rejected at once, corrected by a person',
    inject: ({ simulator }) => void simulator.setControls({ rejectNext: { count: REJECTED } }),
    injected: ({ simulator }) => simulator.injected().rejectNext,
    recover: async (stage) => {
      await become(stage, 'rejected', REJECTED)
      for (const externalRef of refsIn(stage, 'rejected')) correct(stage, externalRef)
    },
  },
  {
    name: 'answer with another document’s ref, asked about by a person',
    inject: ({ simulator }) => void simulator.setControls({ answerRefNext: 'T99-C99-20260101-000001-OTHER' }),
    injected: ({ simulator }) => simulator.injected().answerRefNext,
    enough: ALARMED,
    recover: async (stage) => {
      await become(stage, 'alarm', ALARMED)
      for (const externalRef of refsIn(stage, 'alarm')) stage.till.engine.retryNow(externalRef)
      stage.till.engine.viewChanged()
    },
  },
  {
    name: 'answer with other amounts, flagged',
    inject: ({ simulator }) => void simulator.setControls({ alterAmountsNextCents: 25 }),
    injected: ({ simulator, till }) =>
      till.engine.verify().some(({ code }) => code === 'amounts_differ')
        ? simulator.injected().alterAmountsNextCents
        : 0,
    enough: 1,
    leaves: 'amounts_differ',
  },
]
