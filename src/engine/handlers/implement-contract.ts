import { implement } from '@orpc/server'
import { contract } from '#contract/contract.ts'

/** Every handler of the engine is made from this one implementer, so that a screen's question without an answer does not compile. */
export const implementer = implement(contract)
