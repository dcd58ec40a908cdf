import type { Contributor } from '../customer/taxpayer.ts'
import { type DocumentType, TRAITS } from '../document/document-type.ts'
import type { Cents } from '../money/decimal.ts'
import { roundHalfUp } from '../money/round-half-up.ts'
import { type Line, lineAmounts } from '../sale/line.ts'
import { vatIncluded } from './vat-included.ts'

/** Large taxpayers and the government withhold 1 % of the net from 100.00 on. Source: Ocote API contract, §3. */
const WITHHOLDING_CONTRIBUTORS: readonly Contributor[] = [3, 4]
const VAT_WITHHELD_FROM: Cents = 10_000
const VAT_WITHHELD_PERCENT = 1n
/** On services that we buy from an excluded subject. Source: Ocote API contract, §2. */
const INCOME_WITHHELD_PERCENT = 10n

const share = (amount: Cents, percent: bigint): Cents => roundHalfUp(BigInt(amount) * percent, 100n)

const vatWithheld = (lines: readonly Line[], contributor: Contributor | null): Cents => {
  if (contributor === null || !WITHHOLDING_CONTRIBUTORS.includes(contributor)) return 0
  const total = lines.reduce((sum, line) => sum + lineAmounts(line).amount, 0)
  const net = total - vatIncluded(total)
  return net >= VAT_WITHHELD_FROM ? share(net, VAT_WITHHELD_PERCENT) : 0
}

const incomeWithheld = (lines: readonly Line[]): Cents =>
  share(
    lines.reduce((sum, line) => sum + (line.isService ? lineAmounts(line).amount : 0), 0),
    INCOME_WITHHELD_PERCENT,
  )

/** What will be kept back from a document's total, as far as it can be told before the API has. */
export const estimateWithheld = (
  docType: DocumentType,
  lines: readonly Line[],
  contributor: Contributor | null,
): Cents => {
  switch (TRAITS[docType].withheld) {
    case 'vat':
      return vatWithheld(lines, contributor)
    case 'income':
      return incomeWithheld(lines)
    case 'none':
      return 0
  }
}
