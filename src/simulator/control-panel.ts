import { type Controls, type ControlsPatch, defaultControls } from './controls.ts'
import { parseControlsPatch } from './parse-controls-patch.ts'

type Counter = 'loseNextAnswers' | 'truncateNext' | 'rejectOnRevalidation'
type CountedControl = 'failNext' | 'throttleNext' | 'rejectNext'

/** The controls as they stand, and the only way to use them up. */
export type ControlPanel = {
  read(): Controls
  /** Applies a patch whole or, with a ControlsError, not at all. */
  patch(patch: unknown): Controls
  reset(): Controls
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
    takeOne: (counter) => {
      if (controls[counter] === 0) return false
      controls[counter] -= 1
      return true
    },
    takeCounted: (control) => {
      if (controls[control].count === 0) return null
      controls[control].count -= 1
      return structuredClone(controls[control])
    },
    takeAlteredCents: () => {
      const cents = controls.alterAmountsNextCents
      controls.alterAmountsNextCents = 0
      return cents
    },
    takeAnswerRef: () => {
      const externalRef = controls.answerRefNext
      controls.answerRefNext = null
      return externalRef
    },
  }
}

export type { ControlsPatch }
