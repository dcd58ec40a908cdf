import { type Controls, type ControlsPatch, type CountedControl, defaultControls } from './controls.ts'
import { parseControlsPatch } from './parse-controls-patch.ts'

type Switch = 'shopOffline' | 'captivePortal' | 'keyRevoked' | 'hideRateLimits'
type Counter = 'loseNextAnswers' | 'loseNextCancellations' | 'truncateNext' | 'denyNextStatus' | 'rejectOnRevalidation'

/** How often each control has made something go wrong since the simulator started; a reset does not touch it. */
export type Injected = Readonly<Record<keyof Controls, number>>

/** The controls as they stand, and the only way to use them up. */
export type ControlPanel = {
  read(): Controls
  /** Applies a patch whole or, with a ControlsError, not at all. */
  patch(patch: unknown): Controls
  reset(): Controls
  injected(): Injected
  /** Whether this goes wrong now; asked only where it then does. */
  isOn(name: Switch): boolean
  /** Whether MH is down for the document in hand. */
  isMhDown(): boolean
  /** How long the answer in hand has to wait. */
  takeLatencyMs(): number
  /** True once for each of the next so many. */
  takeOne(counter: Counter): boolean
  /** The control's settings once for each of the next so many, then null. */
  takeCounted<K extends CountedControl>(control: K): Controls[K] | null
  takeAlteredCents(): number
  takeAnswerRef(): string | null
}

/** `onMhUp` is called, synchronously, each time that MH comes back. */
export const createControlPanel = (onMhUp: () => void): ControlPanel => {
  let controls = defaultControls()
  const injected = Object.fromEntries(Object.keys(controls).map((name) => [name, 0])) as Record<keyof Controls, number>
  const counted = (name: keyof Controls, goesWrong: boolean): boolean => {
    if (goesWrong) injected[name] += 1
    return goesWrong
  }

  const replace = (next: Controls): Controls => {
    const comesBack = controls.mh === 'down' && next.mh === 'up'
    controls = next
    if (comesBack) onMhUp()
    return structuredClone(controls)
  }

  return {
    read: () => structuredClone(controls),
    patch: (patch) => replace({ ...controls, ...structuredClone(parseControlsPatch(patch)) }),
    reset: () => replace(defaultControls()),
    injected: () => ({ ...injected }),
    isOn: (name) => counted(name, controls[name]),
    isMhDown: () => counted('mh', controls.mh === 'down'),
    takeLatencyMs: () => (counted('latencyMs', controls.latencyMs > 0) ? controls.latencyMs : 0),
    takeOne: (counter) => {
      if (!counted(counter, controls[counter] > 0)) return false
      controls[counter] -= 1
      return true
    },
    takeCounted: (control) => {
      if (!counted(control, controls[control].count > 0)) return null
      controls[control].count -= 1
      return structuredClone(controls[control])
    },
    takeAlteredCents: () => {
      const cents = controls.alterAmountsNextCents
      counted('alterAmountsNextCents', cents !== 0)
      controls.alterAmountsNextCents = 0
      return cents
    },
    takeAnswerRef: () => {
      const externalRef = controls.answerRefNext
      counted('answerRefNext', externalRef !== null)
      controls.answerRefNext = null
      return externalRef
    },
  }
}

export type { ControlsPatch }
