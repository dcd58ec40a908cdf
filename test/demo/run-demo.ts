import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startVirtualPrinter } from '#adapters/printing/virtual-printer/virtual-printer.ts'
import { moneyText } from '#domain/money/decimal.ts'
import { startSimulator } from '#simulator/start-simulator.ts'
import { startTillProcess } from '#support/till-in-a-process.ts'
import { checkDay, type DaySale } from './check-day.ts'
import { tradeForADay } from './trading-day.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const RESOURCES = path.join(ROOT, 'resources')
const OUT = path.join(ROOT, 'demo-out')
const PAPERS = path.join(OUT, 'papers')

/** As the day is written: 25 invoices, then 17 documents of every type and act. */
const DOCUMENTS = 42

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const rowOf = (sale: DaySale, index: number): readonly string[] => [
  String(index + 1),
  sale.docType,
  sale.act,
  sale.externalRef,
  moneyText(sale.total),
  sale.state,
  sale.controlNumber ?? '—',
  sale.papers.map(({ paper, state }) => (state === 'printed' ? paper : `${paper ?? 'paper'} ${state}`)).join(', '),
  sale.about,
]

/** A trading day without a screen; answers with the exit code: 0 only where not one sale was lost, doubled or wrong. */
export const runDemo = async (): Promise<number> => {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(PAPERS, { recursive: true })
  const simulator = await startSimulator({ rateLimits: 'none' })
  let papers = 0
  const printer = await startVirtualPrinter({
    fontFile: path.join(RESOURCES, 'fonts', 'terminus-12x24.bin'),
    onPaper: ({ png }) => {
      papers += 1
      writeFileSync(path.join(PAPERS, `${String(papers).padStart(2, '0')}.png`), png)
    },
  })
  const facts = {
    dataFolder: path.join(OUT, 'data'),
    resourcesFolder: RESOURCES,
    apiUrl: simulator.baseUrl,
    apiKey: `odt_${'0'.repeat(56)}`,
    printer: printer.address,
  }
  let till = await startTillProcess(facts)
  try {
    const sold = await tradeForADay({
      simulator,
      till: () => till,
      killAndRestart: async () => {
        await till.kill()
        till = await startTillProcess(facts)
      },
      say: (text) => console.log(text),
    })
    const sales: DaySale[] = []
    for (const { externalRef, total, act } of sold) {
      const { docType, origin, state, controlNumber } = await till.document(externalRef)
      const about = origin ? `${origin.relation} ${origin.externalRef}` : ''
      sales.push({
        externalRef,
        docType,
        act,
        about,
        total,
        state,
        controlNumber,
        papers: await till.papers(externalRef),
      })
    }
    const wrong = [...checkDay(sales, simulator.ledger()), ...(await till.verify())]
    console.log(
      `\n${table([['#', 'type', 'act', 'ref', 'total', 'state', 'control number', 'printed', 'about'], ...sales.map(rowOf)])}\n`,
    )
    console.log(`${papers} papers as pictures in ${path.relative(process.cwd(), PAPERS) || PAPERS}`)
    for (const finding of wrong) console.error(`INVARIANT BROKEN  ${finding}`)
    for (const note of simulator.ledger().filter(({ automatic }) => automatic))
      console.log(`${note.controlNumber}  ${note.total}  the API’s own credit note of ${note.relatedTo}\n`)
    console.log(`Invariants: ${sales.length} sales, ${simulator.ledger().length} documents, ${wrong.length} broken`)
    return wrong.length === 0 && sales.length === DOCUMENTS ? 0 : 1
  } finally {
    await till.stop().catch(() => till.kill())
    await printer.close()
    await simulator.close()
  }
}
