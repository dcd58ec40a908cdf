#!/usr/bin/env node
import './need-node.mjs'

const { runTests } = await import('../testing/run-tests.ts')
process.exitCode = runTests()
