import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPaperComposer } from '#adapters/printing/create-paper-composer.ts'
import { startSimulator } from '#simulator/start-simulator.ts'
import { type Measure, percentile, timed } from './statistics.ts'

const ROUNDS = 100
const REFERENCE_ROUNDS = 20
const KEY = { authorization: `Bearer odt_${'b'.repeat(56)}`, 'content-type': 'application/json' }

const aTicket = async (): Promise<Uint8Array> => {
  const simulator = await startSimulator({ rateLimits: 'none' })
  try {
    const lines = Array.from({ length: 8 }, (_, index) => ({
      description: `Artículo de ejemplo ${index + 1}`,
      quantity: 2,
      unit_price: 1.25,
    }))
    const body = JSON.stringify({ doc_type: '01', external_ref: 'BENCH-1', lines })
    await fetch(`${simulator.baseUrl}/invoice`, { method: 'POST', headers: KEY, body })
    const file = await fetch(`${simulator.baseUrl}/file/BENCH-1?type=ticket`, { headers: KEY })
    return new Uint8Array(await file.arrayBuffer())
  } finally {
    await simulator.close()
  }
}

/** The official ticket from PDF to printer bytes; beside it, what poppler's own program takes to draw the same page, where it is installed. */
export const benchTicket = async (folder: string): Promise<readonly Measure[]> => {
  const pdf = await aTicket()
  const composer = createPaperComposer()
  const paper = { kind: 'picture', pdf, above: [] } as const
  await composer.compose(paper, 576)
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    await composer.compose(paper, 576)
    samples.push(performance.now() - start)
  }
  await composer.close()
  const file = path.join(folder, 'ticket.pdf')
  writeFileSync(file, pdf)
  const args = ['-png', '-gray', '-scale-to-x', '576', '-scale-to-y', '-1', file, path.join(folder, 'ticket')]
  const reference =
    spawnSync('pdftoppm', args).status === 0
      ? Array.from({ length: REFERENCE_ROUNDS }, () => timed(() => spawnSync('pdftoppm', args)))
      : null
  const p50 = percentile(samples, 0.5)
  return [
    {
      name: reference
        ? 'ticket PDF → ESC/POS bytes, p50 ÷ pdftoppm'
        : 'ticket PDF → ESC/POS bytes, p50 (pdftoppm is not installed)',
      value: p50,
      unit: 'ms',
      ...(reference && { baseline: percentile(reference, 0.5), ratio: p50 / percentile(reference, 0.5) }),
    },
  ]
}
