import { centered, feed, headline, labelled, RULE } from './blocks.ts'
import { paperMarks } from './marks.ts'
import type { PaperBlock, PaperColumns } from './paper-block.ts'
import {
  buyerSection,
  issuerSection,
  linesSection,
  momentSection,
  servedBySection,
  tendersSection,
  totalsSection,
} from './sale-sections.ts'
import type { SaleFacts } from './ticket-facts.ts'

const HOW_TO_GET_IT =
  'Su factura electrónica se emitirá en cuanto se restablezca el servicio. Conserve este comprobante y solicítela en esta tienda con la referencia de arriba.'

/**
 * The paper of a sale that is not issued yet. It says first and large that it is no tax document, and how to get the invoice; it
 * carries nothing that looks fiscal: no generation code, no control number, no QR. Every row fits `columns`.
 */
export const slipLayout = (facts: SaleFacts, columns: PaperColumns): readonly PaperBlock[] => [
  ...paperMarks(facts, columns),
  ...headline('COMPROBANTE DE VENTA', columns),
  ...headline('NO ES DOCUMENTO FISCAL', columns),
  ...centered('Factura electrónica pendiente de emisión', columns, 'normal', true),
  RULE,
  ...issuerSection(facts, columns),
  RULE,
  ...labelled('Referencia', facts.externalRef, columns),
  ...momentSection(facts.completedAt, columns),
  ...buyerSection(facts, columns),
  RULE,
  ...linesSection(facts, columns),
  RULE,
  ...totalsSection(facts, columns),
  RULE,
  ...tendersSection(facts, columns),
  RULE,
  ...centered('¿Cómo obtener su factura?', columns, 'normal', true),
  ...centered(HOW_TO_GET_IT, columns),
  feed(1),
  ...servedBySection(facts, columns),
  feed(1),
  ...centered('¡Gracias por su compra!', columns, 'normal', true),
]
