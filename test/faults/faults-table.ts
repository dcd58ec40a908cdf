import { type Figures, isKept } from './figures.ts'

const HEADER = ['fault', 'injected', 'sales', 'documents', 'lost', 'duplicated', 'wrong', 'recovered within', '']

const seconds = (ms: number | null): string => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`)

const cellsOf = (row: Figures): readonly string[] => [
  row.fault,
  String(row.injected),
  String(row.sales),
  String(row.documents),
  String(row.broken.lost.length),
  String(row.broken.duplicated.length),
  String(row.broken.wrong.length),
  seconds(row.recoveryMs),
  [isKept(row) ? '' : 'BROKEN', row.note ?? ''].filter((text) => text !== '').join('  '),
]

const totalsOf = (rows: readonly Figures[]): Figures => ({
  fault: `${rows.length} faults`,
  injected: rows.reduce((sum, { injected }) => sum + injected, 0),
  sales: rows.reduce((sum, { sales }) => sum + sales, 0),
  documents: rows.reduce((sum, { documents }) => sum + documents, 0),
  broken: {
    lost: rows.flatMap(({ broken }) => broken.lost),
    duplicated: rows.flatMap(({ broken }) => broken.duplicated),
    wrong: rows.flatMap(({ broken }) => broken.wrong),
  },
  recoveryMs: Math.max(...rows.map(({ recoveryMs }) => recoveryMs ?? 0)),
})

/** What is not as it has to be, as sentences. */
export const findingsOf = ({ fault, injected, sales, broken, recoveryMs, note }: Figures): readonly string[] => [
  ...(injected === 0 ? [`${fault}: never happened`] : []),
  ...(sales === 0 ? [`${fault}: nothing was sold`] : []),
  ...(recoveryMs === null ? [`${fault}: ${note ?? 'did not recover'}`] : []),
  ...Object.entries(broken).flatMap(([kind, refs]) => refs.map((text) => `${fault}: ${kind}: ${text}`)),
]

/** The table with its sums: names to the left, figures to the right. */
export const faultsTable = (rows: readonly Figures[]): string => {
  const lines = [HEADER, ...rows.map(cellsOf), cellsOf(totalsOf(rows)).with(-1, '')]
  const widths = HEADER.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)))
  const isText = (column: number): boolean => column === 0 || column === HEADER.length - 1
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
