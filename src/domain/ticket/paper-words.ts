import type { DocumentType } from '../document/document-type.ts'

type PaperWords = {
  /** The document's name as MH prints it. */
  readonly title: string
  /** The paper's name while nothing fiscal exists. */
  readonly slip: string
  readonly pending: string
  readonly question: string
  readonly howToGetIt: string
  /** Whom it names, and what stands there where it names nobody. */
  readonly party: string
  readonly nobody: string
  readonly withheld: string
  readonly due: string
  readonly thanks: string
}

const SALE = {
  slip: 'COMPROBANTE DE VENTA',
  question: '¿Cómo obtener su documento?',
  party: 'Cliente',
  nobody: 'Consumidor Final',
  withheld: 'IVA retenido 1%',
  due: 'A PAGAR',
  thanks: '¡Gracias por su compra!',
} as const

const onceBack = (what: string): string =>
  `${what} se emitirá en cuanto se restablezca el servicio. Conserve este comprobante y solicítelo en esta tienda con la referencia de arriba.`

/** What the papers of each type say. */
export const PAPER_WORDS: Readonly<Record<DocumentType, PaperWords>> = {
  '01': {
    ...SALE,
    title: 'FACTURA',
    pending: 'Factura electrónica pendiente de emisión',
    question: '¿Cómo obtener su factura?',
    howToGetIt:
      'Su factura electrónica se emitirá en cuanto se restablezca el servicio. Conserve este comprobante y solicítela en esta tienda con la referencia de arriba.',
  },
  '03': {
    ...SALE,
    title: 'COMPROBANTE DE CRÉDITO FISCAL',
    pending: 'Crédito fiscal electrónico pendiente de emisión',
    howToGetIt: onceBack('Su crédito fiscal electrónico'),
  },
  '05': {
    ...SALE,
    title: 'NOTA DE CRÉDITO',
    slip: 'COMPROBANTE DE DEVOLUCIÓN',
    pending: 'Nota de crédito electrónica pendiente de emisión',
    howToGetIt: onceBack('El documento electrónico de su devolución'),
    withheld: 'Retenido en su crédito fiscal',
    due: 'DEVUELTO',
    thanks: '¡Gracias por su visita!',
  },
  '11': {
    ...SALE,
    title: 'FACTURA DE EXPORTACIÓN',
    pending: 'Factura de exportación pendiente de emisión',
    howToGetIt: onceBack('Su documento electrónico de exportación'),
  },
  '14': {
    ...SALE,
    title: 'FACTURA DE SUJETO EXCLUIDO',
    slip: 'COMPROBANTE DE COMPRA',
    pending: 'Documento electrónico pendiente de emisión',
    howToGetIt: onceBack('El documento electrónico de esta compra'),
    party: 'Vendedor',
    withheld: 'Retención de renta 10%',
    due: 'ENTREGADO',
    thanks: '¡Gracias!',
  },
}
