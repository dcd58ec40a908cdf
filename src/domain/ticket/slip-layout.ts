import { centered, feed, headline, labelled, RULE } from './blocks.ts'
import { paperMarks } from './marks.ts'
import type { PaperBlock, PaperColumns } from './paper-block.ts'
import { PAPER_WORDS } from './paper-words.ts'
import {
  aboutSection,
  buyerSection,
  issuerSection,
  linesSection,
  momentSection,
  servedBySection,
  tendersSection,
  totalsSection,
} from './sale-sections.ts'
import type { SaleFacts } from './ticket-facts.ts'

/**
 * The paper of a sale that is not issued yet. It says first and large that it is no tax document, and how to get the document; it
 * carries nothing that looks fiscal: no generation code, no control number, no QR. Every row fits `columns`.
 */
export const slipLayout = (facts: SaleFacts, columns: PaperColumns): readonly PaperBlock[] => [
  ...paperMarks(facts, columns),
  ...headline(PAPER_WORDS[facts.docType].slip, columns),
  ...headline('NO ES DOCUMENTO FISCAL', columns),
  ...centered(PAPER_WORDS[facts.docType].pending, columns, 'normal', true),
  RULE,
  ...issuerSection(facts, columns),
  RULE,
  ...labelled('Referencia', facts.externalRef, columns),
  ...aboutSection(facts, columns),
  ...momentSection(facts.completedAt, columns),
  ...buyerSection(facts, columns),
  RULE,
  ...linesSection(facts, columns),
  RULE,
  ...totalsSection(facts, columns),
  RULE,
  ...tendersSection(facts, columns),
  RULE,
  ...centered(PAPER_WORDS[facts.docType].question, columns, 'normal', true),
  ...centered(PAPER_WORDS[facts.docType].howToGetIt, columns),
  feed(1),
  ...servedBySection(facts, columns),
  feed(1),
  ...centered(PAPER_WORDS[facts.docType].thanks, columns, 'normal', true),
]
