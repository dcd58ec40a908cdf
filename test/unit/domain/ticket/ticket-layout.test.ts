import { describe, expect, test } from 'vitest'
import { consultationUrl } from '#domain/ticket/consultation-url.ts'
import { paperMarks } from '#domain/ticket/marks.ts'
import { slipLayout } from '#domain/ticket/slip-layout.ts'
import { ticketLayout } from '#domain/ticket/ticket-layout.ts'
import { blockRows } from './block-rows.ts'
import { anIssuedSale, QR_URL } from './sale-samples.ts'

describe('the ticket of an issued document', () => {
  test('tells everything on 80 mm', () => {
    expect(blockRows(ticketLayout(anIssuedSale(), 48))).toEqual([
      'Tienda La Ceiba',
      'Comercial La Ceiba, S.A. de C.V.',
      'NIT 0614-290299-001-9 · NRC 12345-6',
      'Venta al por menor en tiendas y supermercados',
      'Calle Arce 1215, San Salvador',
      'Centro, San Salvador',
      '---',
      'FACTURA',
      'Documento Tributario Electrónico (DTE)',
      '',
      'Código de generación',
      'A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D',
      'Número de control',
      'DTE-01-M001P001-000000000000042',
      'Sello de recepción',
      '2026A1B2C3D4E5F60718293A4B5C6D7E8F901234',
      'Fecha 22/11/2026                      Hora 10:46',
      '---',
      'Cliente: Consumidor Final',
      '---',
      'Cantidad x precio                    Importe US$',
      'Café molido Coatepeque 400 g',
      '  2 x 5.50                                 11.00',
      'Queso fresco',
      '  0.455 kg x 3.75                           1.71',
      'Pan dulce de yema con ajonjolí y dulce de',
      'panela, bolsa de doce',
      '  3 x 0.75  desc. 10% -0.22                 2.03',
      'Atún "Ñandú" - lata',
      '  12 x 1.25  desc. -1.50                   13.50',
      '---',
      'Subtotal                                   29.96',
      'Descuentos                                 -1.72',
      '---',
      'TOTAL             $28.24',
      'SON: VEINTIOCHO 24/100 DÓLARES',
      '---',
      'Tarjeta Débito                             10.00',
      'Billetes y monedas                         20.00',
      'Vuelto                                      1.76',
      '---',
      `QR ${QR_URL}`,
      'Consulte su documento en el',
      'portal del Ministerio de Hacienda',
      '',
      'Caja C01 · Le atendió María',
      'Referencia',
      'T01-C01-20261122-000042-7QK3F',
      '',
      '¡Gracias por su compra!',
    ])
  })

  test('says that it was transmitted in contingency while there is no stamp', () => {
    const rows = blockRows(ticketLayout(anIssuedSale({ receptionStamp: '' }), 32))
    expect(rows).toContain('TRANSMISIÓN POR CONTINGENCIA')
    expect(rows).not.toContain('Sello de recepción')
  })

  test('names the buyer and the document they gave', () => {
    const customer = {
      name: 'Ana Núñez',
      document: { type: '36', number: '06142902990019' },
      email: null,
      phone: null,
    } as const
    const rows = blockRows(ticketLayout(anIssuedSale({ customer }), 32))
    expect(rows).toContain('Cliente: Ana Núñez')
    expect(rows).toContain('NIT: 0614-290299-001-9')
  })

  test('a total that does not fit in double size is tall, whole and in one row', () => {
    const totals = { subtotal: 12_345_678_900, discount: 0, total: 12_345_678_900, vat: 0 }
    const total = ticketLayout(anIssuedSale({ totals }), 32).find(
      (b) => b.kind === 'text' && b.text.startsWith('TOTAL'),
    )
    expect(total).toMatchObject({ size: 'tall', text: 'TOTAL            $123,456,789.00' })
  })
})

describe('the slip of a sale that is not issued yet', () => {
  test('tells on 58 mm that it is no fiscal document, and how to get the invoice', () => {
    expect(blockRows(slipLayout(anIssuedSale({ lines: anIssuedSale().lines.slice(0, 1) }), 32))).toEqual([
      'COMPROBANTE DE VENTA',
      'NO ES DOCUMENTO FISCAL',
      'Factura electrónica',
      'pendiente de emisión',
      '---',
      'Tienda La Ceiba',
      'Comercial La Ceiba, S.A. de C.V.',
      'NIT 0614-290299-001-9',
      'NRC 12345-6',
      'Venta al por menor en',
      'tiendas y supermercados',
      'Calle Arce 1215, San Salvador',
      'Centro, San Salvador',
      '---',
      'Referencia',
      'T01-C01-20261122-000042-7QK3F',
      'Fecha 22/11/2026      Hora 10:45',
      'Cliente: Consumidor Final',
      '---',
      'Cantidad x precio    Importe US$',
      'Café molido Coatepeque 400 g',
      '  2 x 5.50                 11.00',
      '---',
      'Subtotal                   29.96',
      'Descuentos                 -1.72',
      '---',
      'TOTAL     $28.24',
      '---',
      'Tarjeta Débito             10.00',
      'Billetes y monedas         20.00',
      'Vuelto                      1.76',
      '---',
      '¿Cómo obtener su factura?',
      'Su factura electrónica se',
      'emitirá en cuanto se',
      'restablezca el servicio.',
      'Conserve este comprobante y',
      'solicítela en esta tienda',
      'con la referencia de arriba.',
      '',
      'Caja C01 · Le atendió María',
      '',
      '¡Gracias por su compra!',
    ])
  })

  test.each([48, 32] as const)(
    'carries nothing that looks fiscal, not even of a sale that has it (%i columns)',
    (columns) => {
      const printed = blockRows(slipLayout(anIssuedSale(), columns)).join('\n')
      expect(printed).toContain('COMPROBANTE DE VENTA\nNO ES DOCUMENTO FISCAL')
      expect(printed).not.toMatch(/DTE|QR|A1B2C3D4|Sello|contingencia|SON:/i)
    },
  )
})

describe('marks', () => {
  test('a first copy outside training wears none', () => {
    expect(paperMarks({ training: false, copy: 1 }, 48)).toEqual([])
  })

  test('training and reprints say so above everything else', () => {
    expect(blockRows(paperMarks({ training: true, copy: 3 }, 48))).toEqual([
      '---',
      'ENTRENAMIENTO · SIN VALIDEZ FISCAL',
      '---',
      'REIMPRESIÓN 3',
      '',
    ])
    const marked = ticketLayout(anIssuedSale({ training: true, copy: 2 }), 32)
    expect(blockRows(marked).slice(0, 5)).toEqual([
      '---',
      'ENTRENAMIENTO',
      'SIN VALIDEZ FISCAL',
      '---',
      'REIMPRESIÓN 2',
    ])
  })
})

test('the address to look a document up carries its environment, code in capitals and local date', () => {
  expect(consultationUrl(anIssuedSale())).toBe(QR_URL)
  const lateAtNight = Date.parse('2026-11-23T05:59:00Z')
  expect(consultationUrl(anIssuedSale({ issuedAt: lateAtNight, environment: '00' }))).toBe(
    QR_URL.replace('ambiente=01', 'ambiente=00'),
  )
})
