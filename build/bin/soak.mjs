#!/usr/bin/env node
import './need-node.mjs'

const { runSoak } = await import('../../test/faults/run-soak.ts')
process.exitCode = await runSoak(process.argv.slice(2))
