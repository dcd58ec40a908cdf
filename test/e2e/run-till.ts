import { runTillOrSay } from '../../src/server/run-till.ts'

/** A till in a process of its own, so that a story can kill it: `run-till.ts [training | live]`. */
process.exitCode = await runTillOrSay({ port: 0, mode: process.argv[2] === 'live' ? 'live' : 'training', window: false })
