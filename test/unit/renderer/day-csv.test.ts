import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { DayReportView } from '#contract/reports.ts'
import { dayCsv } from '../../../src/renderer/features/day/day-csv.ts'
import { isKey, type Text } from '../../../src/renderer/i18n/use-text.ts'

const text: Text = (key, params) => (isKey(key) ? i18next.t(key, { ...params }) : key)

const REPORT: DayReportView = {
  date: '2026-11-18',
  sales: { count: 2, amount: 10_760 },
  documents: { count: 2, amount: 10_760 },
  issued: { count: 2, amount: 10_760 },
  givenBack: { count: 1, amount: 1_155 },
  types: [
    { docType: '01', count: 1, amount: 1_155 },
    { docType: '03', count: 1, amount: 9_605 },
    { docType: '05', count: 1, amount: 1_695 },
    { docType: '14', count: 1, amount: 2_000 },
  ],
  methods: [
    { method: '01', amount: 7_910 },
    { method: '05', amount: -1_155 },
  ],
  states: [{ state: 'stamped', count: 4, amount: 14_455 }],
  differences: [],
  otherDays: [],
  arrivals: [],
}

test('a day tells what went out by type and by way of paying as taken off', () => {
  expect(dayCsv(REPORT, text).join('').split('\r\n').slice(0, 14)).toEqual([
    'Día,2026-11-18',
    ',Cantidad,Monto',
    'Ventas,2,107.60',
    'Documentos,2,107.60',
    'Emitidas según el servicio,2,107.60',
    'Diferencia,0,0.00',
    'Anuladas o devueltas este día,1,-11.55',
    'Factura,1,11.55',
    'Crédito fiscal,1,96.05',
    'Nota de crédito,1,-16.95',
    'Sujeto excluido,1,-20.00',
    'Emitida,4,144.55',
    'Efectivo,,79.10',
    'Transferencia,,-11.55',
  ])
})
