import { amountInWords } from './amount-in-words.ts'
import { centered, feed, headline, labelled, RULE, rows } from './blocks.ts'
import { consultationUrl } from './consultation-url.ts'
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
import { wrapText } from './text-rows.ts'
import type { IssuedTicketFacts } from './ticket-facts.ts'

const stampSection = ({ receptionStamp }: IssuedTicketFacts, columns: PaperColumns): readonly PaperBlock[] =>
  receptionStamp === ''
    ? [feed(1), ...centered('TRANSMISIÓN POR CONTINGENCIA', columns, 'tall', true), feed(1)]
    : labelled('Sello de recepción', receptionStamp, columns)

/**
 * The ticket of an issued document as text, for a printer that cannot have the official picture: everything that the Ministry of
 * Finance wants on a printed document of its type, and the QR that leads to its public page. Every row fits `columns`.
 */
export const ticketLayout = (facts: IssuedTicketFacts, columns: PaperColumns): readonly PaperBlock[] => [
  ...paperMarks(facts, columns),
  ...issuerSection(facts, columns),
  RULE,
  ...headline(PAPER_WORDS[facts.docType].title, columns),
  ...centered('Documento Tributario Electrónico (DTE)', columns),
  feed(1),
  ...labelled('Código de generación', facts.generationCode.toUpperCase(), columns),
  ...labelled('Número de control', facts.controlNumber, columns),
  ...stampSection(facts, columns),
  ...aboutSection(facts, columns),
  ...momentSection(facts.issuedAt, columns),
  RULE,
  ...buyerSection(facts, columns),
  RULE,
  ...linesSection(facts, columns),
  RULE,
  ...totalsSection(facts, columns),
  ...rows(wrapText(`SON: ${amountInWords(facts.totals.total - facts.withheld)}`, columns)),
  RULE,
  ...tendersSection(facts, columns),
  RULE,
  { kind: 'qr', data: consultationUrl(facts) },
  ...centered('Consulte su documento en el portal del Ministerio de Hacienda', columns),
  feed(1),
  ...servedBySection(facts, columns),
  ...labelled('Referencia', facts.externalRef, columns),
  feed(1),
  ...centered(PAPER_WORDS[facts.docType].thanks, columns, 'normal', true),
]
