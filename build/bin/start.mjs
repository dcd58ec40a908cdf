#!/usr/bin/env node
import './need-node.mjs'

const { start } = await import('../start/start.ts')
// What a failed start leaves open must not keep the terminal.
process.exit(await start(process.argv.slice(2)))
