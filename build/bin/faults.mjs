#!/usr/bin/env node
import './need-node.mjs'

const { runFaults } = await import('../../test/faults/run-faults.ts')
process.exitCode = await runFaults(process.argv.slice(2))
