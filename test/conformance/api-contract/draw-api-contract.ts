import { API_CONTRACT } from './api-contract.ts'
import type { ContractRow, Shown } from './contract-row.ts'

const SECTIONS: Readonly<Record<ContractRow['section'], string>> = {
  '1': 'Transport',
  '2': 'Endpoints',
  '3': 'Issuing: the request',
  '4': 'The answer',
  '5': 'HTTP statuses',
  '6': 'Cancelling',
}

const shown = ({ file, title }: Shown): string => `  - \`${file}\`: \`${title}\``

const item = ({ row, says, basis, shownBy }: ContractRow): string =>
  [`- \`${row}\` (${basis}): ${says}`, ...shownBy.map(shown)].join('\n')

const list = (section: ContractRow['section'], rows: readonly ContractRow[]): string =>
  `## §${section} ${SECTIONS[section]}\n\n${rows.map(item).join('\n')}\n`

/** docs/api-conformance.md as the table has it. */
export const apiConformancePage = (): string => {
  const bySection = Map.groupBy(API_CONTRACT, ({ section }) => section)
  return `# The Ocote API contract, row by row

Written from the table in \`test/conformance/api-contract\` by \`npm run diagrams\`; a test fails when a row names no test, or one that is not
there. Documented rows come from the API's public pages; assumed ones are where these stop, and the till tolerates them being otherwise.

${[...bySection].map(([section, rows]) => list(section, rows)).join('\n')}`
}
