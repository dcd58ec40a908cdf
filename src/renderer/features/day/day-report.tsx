import { useState } from 'react'
import type { DayReportView } from '#contract/reports.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dayText } from '../../ui/days.ts'
import { dollars } from '../../ui/dollars.ts'
import { Notice } from '../../ui/notice.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { DaySums } from './day-sums.tsx'
import { lackOf } from './lack-of.ts'
import { signedAmount } from './signed-amount.ts'

/** A list that could be as long as the day; the first of it is enough to begin with. */
const SHOWN_AT_FIRST = 50

type Entry = {
  readonly externalRef: string | null
  readonly saleNumber: number
  readonly what: string
  readonly note: string
  readonly total: number
}

type EntriesProps = {
  readonly title: string
  readonly entries: readonly Entry[]
  readonly onDocument: (ref: string) => void
}

const Entries = ({ title, entries, onDocument }: EntriesProps) => {
  const text = useText()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? entries : entries.slice(0, SHOWN_AT_FIRST)
  if (entries.length === 0) return null
  return (
    <section className="day-card day-wide">
      <h2>
        {title} <span className="count-plain">{entries.length}</span>
      </h2>
      <ul aria-label={title}>
        {shown.map(({ externalRef, saleNumber, what, note, total }) => (
          <li key={`${saleNumber} ${externalRef} ${what}`}>
            <button
              type="button"
              className="day-entry"
              disabled={externalRef === null}
              onClick={() => externalRef !== null && onDocument(externalRef)}
            >
              <strong>{text('day.see_sale', { number: saleNumberText(saleNumber) })}</strong>
              <span>{what}</span>
              <small>{note}</small>
              <strong>{dollars(total)}</strong>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button look="quiet" onClick={() => setWhole(true)}>
          {text('day.show_all', { count: entries.length })}
        </Button>
      )}
    </section>
  )
}

type DayReportProps = { readonly report: DayReportView; readonly onDocument: (externalRef: string) => void }

/** Sales, documents and the API's amounts side by side, and everything that keeps them from being the same. */
export const DayReport = ({ report, onDocument }: DayReportProps) => {
  const text = useText()
  const { differences } = report
  return (
    <>
      <Notice kind={differences.length === 0 ? 'success' : 'attention'}>
        {differences.length === 0 ? text('day.balanced') : text('day.unbalanced', { count: differences.length })}
      </Notice>
      <div className="day-sums">
        <DaySums
          title={text('day.balance')}
          rows={[
            ...(['sales', 'documents', 'issued'] as const).map((side) => ({
              key: side,
              name: text(`day.${side}`),
              ...report[side],
            })),
            { key: 'lack', name: text('day.lack'), ...lackOf(report) },
            ...(report.givenBack.count > 0
              ? [
                  {
                    key: 'given_back',
                    name: text('day.given_back'),
                    count: report.givenBack.count,
                    amount: -report.givenBack.amount,
                  },
                ]
              : []),
          ]}
        />
        <DaySums
          title={text('day.types')}
          rows={report.types.map(({ docType, count, amount }) => ({
            key: docType,
            name: text(`doc_type.${docType}`),
            count,
            amount: signedAmount(docType, amount),
          }))}
        />
        <DaySums
          title={text('day.states')}
          rows={report.states.map(({ state, count, amount }) => ({
            key: state,
            name: <StateMark state={state} />,
            count,
            amount,
          }))}
        />
        <DaySums
          title={text('day.methods')}
          hint={text('day.methods_hint')}
          rows={report.methods.map(({ method, amount }) => ({
            key: method,
            name: text(`method.${method}`),
            count: null,
            amount,
          }))}
        />
      </div>
      <Entries
        title={text('day.differences')}
        onDocument={onDocument}
        entries={differences.map(({ kind, reportedTotal, ...sale }) => ({
          ...sale,
          what: text(`day.difference.${kind}`),
          note: reportedTotal === null ? '' : text('day.reported', { amount: dollars(reportedTotal) }),
        }))}
      />
      <Entries
        title={text('day.other_days')}
        onDocument={onDocument}
        entries={report.otherDays.map(({ fiscalDate, isEstimated, ...sale }) => ({
          ...sale,
          what: text('day.fiscal_date', { date: dayText(fiscalDate) }),
          note: isEstimated ? text('day.estimated') : '',
        }))}
      />
      <Entries
        title={text('day.arrivals')}
        onDocument={onDocument}
        entries={report.arrivals.map(({ businessDate, ...sale }) => ({
          ...sale,
          what: text('day.sold_on', { date: dayText(businessDate) }),
          note: '',
        }))}
      />
    </>
  )
}
