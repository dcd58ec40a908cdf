import { startSimulator } from '#simulator/start-simulator.ts'

/** Runs the stand-in for the Ocote API until it is stopped; answers once it has ended. */
export const runSimulator = async (
  port: number,
  limited: boolean,
  announce: (line: string, value: object) => void,
): Promise<void> => {
  const simulator = await startSimulator({ port, ...(limited ? {} : { rateLimits: 'none' as const }) })
  announce(`Simulador de Ocote en ${simulator.baseUrl}  (controles: ${simulator.origin}/simulator/state)`, {
    base_url: simulator.baseUrl,
    controls: `${simulator.origin}/simulator/controls`,
  })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await simulator.close()
}
