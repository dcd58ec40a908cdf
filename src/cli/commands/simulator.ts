import { refusal } from '#domain/result/refusal.ts'
import { startSimulator } from '#simulator/start-simulator.ts'
import { type Done, done, refused } from '../command.ts'

const isTaken = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'

/** Runs the stand-in for the Ocote API until it is stopped; answers once it has ended. */
export const runSimulator = async (
  port: number,
  limited: boolean,
  announce: (line: string, value: object) => void,
): Promise<Done> => {
  const simulator = await startSimulator({ port, ...(limited ? {} : { rateLimits: 'none' as const }) }).catch(
    (cause: unknown) => {
      if (!isTaken(cause)) throw cause
      return null
    },
  )
  if (simulator === null) return refused(refusal('port_in_use', '--port', { port }))
  announce(`Simulador de Ocote en ${simulator.baseUrl}  (controles: ${simulator.origin}/simulator/state)`, {
    base_url: simulator.baseUrl,
    controls: `${simulator.origin}/simulator/controls`,
  })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await simulator.close()
  return done(undefined, [])
}
