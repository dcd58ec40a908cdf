import { type Instant, localDate, localTime } from '../clock/local-time.ts'

/** As the till's view tells it. */
export type Pending = {
  /** Documents that go out by themselves. */
  readonly pending: { readonly count: number; readonly oldestAt: Instant | null }
  /** Documents that wait for a person. */
  readonly attention: number
  /** Papers that are still to come out; one that failed was told of when it did. */
  readonly printer: { readonly waiting: number }
}

type Language = 'es' | 'en'

export type ClosingWords = { readonly title: string; readonly lines: readonly string[]; readonly safe: string }

const whenOf = (at: Instant): string => `${localDate(at)} ${localTime(at)}`

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly title: string
      readonly waiting: (count: number) => string
      readonly oldest: (when: string) => string
      readonly attention: (count: number) => string
      readonly papers: (count: number) => string
      readonly safe: string
    }
  >
> = {
  es: {
    title: 'Hay algo pendiente',
    waiting: (count) =>
      count === 1
        ? '1 venta aún no tiene su factura. Se emite sola con la caja abierta y en línea; si es después de medianoche, con otra fecha fiscal.'
        : `${count} ventas aún no tienen su factura. Se emiten solas con la caja abierta y en línea; si es después de medianoche, con otra fecha fiscal.`,
    oldest: (when) => `La más antigua es de ${when}.`,
    attention: (count) =>
      count === 1
        ? '1 documento espera que una persona lo revise.'
        : `${count} documentos esperan que una persona los revise.`,
    papers: (count) => (count === 1 ? '1 papel no se ha impreso.' : `${count} papeles no se han impreso.`),
    safe: 'Todo lo cobrado está guardado y sigue al abrir de nuevo.',
  },
  en: {
    title: 'Something is pending',
    waiting: (count) =>
      count === 1
        ? '1 sale has no invoice yet. It is issued by itself while the till is open and online; after midnight, with another fiscal date.'
        : `${count} sales have no invoice yet. They are issued by themselves while the till is open and online; after midnight, with another fiscal date.`,
    oldest: (when) => `The oldest is of ${when}.`,
    attention: (count) =>
      count === 1
        ? '1 document waits for a person to look at it.'
        : `${count} documents wait for a person to look at them.`,
    papers: (count) => (count === 1 ? '1 paper has not been printed.' : `${count} papers have not been printed.`),
    safe: 'Everything that was paid is kept and goes on when the till is opened again.',
  },
}

/** What is pending when a shift, a day or the program ends, honestly; null where nothing is. */
export const closingWords = ({ pending, attention, printer }: Pending, language: Language): ClosingWords | null => {
  const { count, oldestAt } = pending
  const papers = printer.waiting
  if (count + attention + papers === 0) return null
  const words = WORDS[language]
  const lines = [
    count > 0 ? words.waiting(count) : null,
    count > 0 && oldestAt !== null ? words.oldest(whenOf(oldestAt)) : null,
    attention > 0 ? words.attention(attention) : null,
    papers > 0 ? words.papers(papers) : null,
  ].filter((line) => line !== null)
  return { title: words.title, lines, safe: words.safe }
}
