#!/usr/bin/env node
import './need-node.mjs'

const { runBench } = await import('../../test/bench/run-bench.ts')
process.exitCode = await runBench()
