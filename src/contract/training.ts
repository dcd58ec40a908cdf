import { oc } from '@orpc/contract'
import { z } from 'zod'
import { resultOf } from './values.ts'

/** What the training panel may make happen in the simulator. */
export const trainingControls = z.object({
  ministryDown: z.boolean(),
  shopOffline: z.boolean(),
  latencyMs: z.int().min(0).max(60_000),
  keyRevoked: z.boolean(),
  captivePortal: z.boolean(),
  loseNextAnswers: z.int().min(0).max(100),
  failNext: z.int().min(0).max(100),
  throttleNext: z.int().min(0).max(100),
  truncateNext: z.int().min(0).max(100),
  rejectNext: z.int().min(0).max(100),
})
export type TrainingControlsView = z.infer<typeof trainingControls>

/** Refused with `not_training` outside training. */
export const training = {
  controls: oc.output(resultOf(trainingControls)),
  setControls: oc.input(trainingControls.partial()).output(resultOf(trainingControls)),
}
