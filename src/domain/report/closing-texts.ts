type Counted = (count: number) => string

export type Language = 'es' | 'en'

export type ClosingTexts = {
  readonly title: string
  readonly waiting: Counted
  readonly oldest: (date: string, time: string) => string
  readonly day_ends: string
  readonly month_ends: string
  readonly since_another_day: string
  readonly since_another_month: string
  readonly attention: Counted
  readonly in_contingency: Counted
  readonly cancelling: Counted
  readonly papers_waiting: Counted
  readonly papers_failed: Counted
  readonly safe: string
}

const one =
  (singular: string, plural: string): Counted =>
  (count) =>
    count === 1 ? `1 ${singular}` : `${count} ${plural}`

/** "22/11/2026", as it is written in El Salvador. */
const dayFirst = (date: string): string => date.split('-').reverse().join('/')

/** Here and not among the screens' translations, because Electron's question before it closes says the same. */
export const CLOSING_TEXTS: Readonly<Record<Language, ClosingTexts>> = {
  es: {
    title: 'Hay algo pendiente',
    waiting: one(
      'venta no tiene aún su factura confirmada. Sale sola con la caja abierta y en línea.',
      'ventas no tienen aún su factura confirmada. Salen solas con la caja abierta y en línea.',
    ),
    oldest: (date, time) => `La más antigua es del ${dayFirst(date)} a las ${time}.`,
    day_ends: 'Lo que no salga antes de medianoche llevará otra fecha fiscal.',
    month_ends: 'Hoy termina el mes: lo que no salga antes de medianoche caerá en otro período de IVA.',
    since_another_day: 'Lo de días anteriores llevará otra fecha fiscal que la de su venta.',
    since_another_month: 'Lo de meses anteriores caerá en otro período de IVA.',
    attention: one('documento espera que una persona lo revise.', 'documentos esperan que una persona los revise.'),
    in_contingency: one(
      'factura está en contingencia: es válida y se confirma sola.',
      'facturas están en contingencia: son válidas y se confirman solas.',
    ),
    cancelling: one(
      'anulación no está confirmada: la factura sigue siendo válida.',
      'anulaciones no están confirmadas: las facturas siguen siendo válidas.',
    ),
    papers_waiting: one('papel no se ha impreso.', 'papeles no se han impreso.'),
    papers_failed: one('papel no se pudo imprimir.', 'papeles no se pudieron imprimir.'),
    safe: 'Todo lo cobrado está guardado y sigue al abrir de nuevo.',
  },
  en: {
    title: 'Something is pending',
    waiting: one(
      'sale has no confirmed invoice yet. It goes out by itself while the till is open and online.',
      'sales have no confirmed invoice yet. They go out by themselves while the till is open and online.',
    ),
    oldest: (date, time) => `The oldest is of ${date}, ${time}.`,
    day_ends: 'What does not go out before midnight will have another fiscal date.',
    month_ends: 'The month ends today: what does not go out before midnight falls into another VAT period.',
    since_another_day: 'What is of earlier days will have another fiscal date than its sale.',
    since_another_month: 'What is of earlier months falls into another VAT period.',
    attention: one('document waits for a person to look at it.', 'documents wait for a person to look at them.'),
    in_contingency: one(
      'invoice is in contingency: it is valid and gets confirmed by itself.',
      'invoices are in contingency: they are valid and get confirmed by themselves.',
    ),
    cancelling: one(
      'cancellation is not confirmed: the invoice is still valid.',
      'cancellations are not confirmed: the invoices are still valid.',
    ),
    papers_waiting: one('paper has not been printed.', 'papers have not been printed.'),
    papers_failed: one('paper could not be printed.', 'papers could not be printed.'),
    safe: 'Everything that was paid is kept and goes on when the till is opened again.',
  },
}
