import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { EngineConfig } from '../config.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

export const trainingHandlers = (training: EngineConfig['training']) => ({
  controls: implementer.training.controls.handler(() =>
    mutable(training ? ok(training.controls.read()) : fail(refusal('not_training'))),
  ),
  setControls: implementer.training.setControls.handler(({ input }) =>
    mutable(training ? ok(training.controls.change(input)) : fail(refusal('not_training'))),
  ),
})
