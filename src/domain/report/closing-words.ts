import { type Instant, localDate, localTime } from '../clock/local-time.ts'
import { isMonthEnding } from '../document/deadlines.ts'
import { CLOSING_TEXTS, type ClosingTexts, type Language } from './closing-texts.ts'

/** As the till's view tells it. */
export type Pending = {
  /** Documents that are not surely issued and go out by themselves. */
  readonly pending: { readonly count: number; readonly oldestAt: Instant | null }
  /** Valid, and the tax authority has not stamped them. */
  readonly inContingency: number
  /** Valid until the tax authority says that they are cancelled. */
  readonly cancelling: number
  /** Documents that wait for a person. */
  readonly attention: number
  /** Papers that are still to come out, and papers that did not. */
  readonly printer: { readonly waiting: number; readonly failed: number }
}

export type ClosingWords = { readonly title: string; readonly lines: readonly string[]; readonly safe: string }

const monthOf = (at: Instant): string => localDate(at).slice(0, 7)

/** What becomes of the fiscal date of what is not issued, going by the oldest. */
const fiscalDateLine = (oldestAt: Instant, now: Instant, texts: ClosingTexts): string => {
  if (monthOf(oldestAt) !== monthOf(now)) return texts.since_another_month
  if (localDate(oldestAt) !== localDate(now)) return texts.since_another_day
  return isMonthEnding(now) ? texts.month_ends : texts.day_ends
}

const pendingLines = ({ count, oldestAt }: Pending['pending'], now: Instant, texts: ClosingTexts): readonly string[] =>
  count === 0
    ? []
    : [
        texts.waiting(count),
        ...(oldestAt === null
          ? []
          : [`${texts.oldest(localDate(oldestAt), localTime(oldestAt))} ${fiscalDateLine(oldestAt, now, texts)}`]),
      ]

/** What is pending when a day or the program ends, honestly; null where nothing is. */
export const closingWords = (till: Pending, language: Language, now: Instant): ClosingWords | null => {
  const texts = CLOSING_TEXTS[language]
  const counted = (count: number, line: (count: number) => string): readonly string[] =>
    count === 0 ? [] : [line(count)]
  const lines = [
    ...pendingLines(till.pending, now, texts),
    ...counted(till.attention, texts.attention),
    ...counted(till.inContingency, texts.in_contingency),
    ...counted(till.cancelling, texts.cancelling),
    ...counted(till.printer.waiting, texts.papers_waiting),
    ...counted(till.printer.failed, texts.papers_failed),
  ]
  return lines.length === 0 ? null : { title: texts.title, lines, safe: texts.safe }
}
