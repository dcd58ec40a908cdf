#!/usr/bin/env node
import './need-node.mjs'

const { runDemo } = await import('../../test/demo/run-demo.ts')
process.exitCode = await runDemo()
