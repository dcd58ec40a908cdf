import './in-story-time.ts'
import { Socket } from 'node:net'
import { runTillOrSay } from '../../src/server/run-till.ts'

// Whoever started this till is gone, however that came about: so goes the till.
process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'))
if (process.stdin instanceof Socket) process.stdin.unref()

/** A till in a process of its own, so that a story can kill it: `run-till.ts [training | live]`. */
process.exitCode = await runTillOrSay({
  port: 0,
  mode: process.argv[2] === 'live' ? 'live' : 'training',
  window: false,
})
