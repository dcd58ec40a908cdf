#!/usr/bin/env node
import './need-node.mjs'

const { start } = await import('../start/start.ts')
process.exitCode = await start(process.argv.slice(2))
