#!/usr/bin/env node
import './need-node.mjs'

const { runCommandLine } = await import('../../src/cli/run-command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
