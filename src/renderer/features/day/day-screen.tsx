import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayReportView } from '#contract/reports.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { csvFile } from '../../ui/csv.ts'
import { dayAfter } from '../../ui/days.ts'
import { DeadlineNotices } from '../../ui/deadline-notices.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useEngine, useTill } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { isTyping, useKeys } from '../../ui/use-keys.ts'
import { useNow } from '../../ui/use-now.ts'
import { BeforeClosing } from './before-closing.tsx'
import { CloseDayDialog } from './close-day-dialog.tsx'
import { dayCsv } from './day-csv.ts'
import { DayReport } from './day-report.tsx'
import { MonthDialog } from './month-dialog.tsx'
import './day.css'

type DayScreenProps = {
  readonly onDocument: (externalRef: string) => void
  readonly onBack: () => void
  readonly onDocuments: () => void
  readonly onHelp: () => void
}

/** A day forgets nothing, but it changes while its documents go out. */
const READ_AGAIN_MS = 5_000

const isEmpty = ({ types, givenBack, arrivals }: DayReportView): boolean =>
  types.length + givenBack.count + arrivals.length === 0

/** A day as it stands: totals, what is pending, and every difference; today's with what to know before closing. */
export const DayScreen = ({ onDocument, onBack, onDocuments, onHelp }: DayScreenProps) => {
  const text = useText()
  const till = useTill()
  const { queries } = useEngine()
  const today = localDate(useNow(60_000))
  const [chosen, setChosen] = useState<string | null>(null)
  const [isExporting, setExporting] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const date = chosen ?? today
  const isToday = date === today
  // A shop that closes after midnight closes the day before.
  const isYesterday = date === dayAfter(today, -1)
  const report = useQuery(queries.reports.day.queryOptions({ input: { date }, refetchInterval: READ_AGAIN_MS }))
  const go = (to: string) => setChosen(to >= today ? null : to)
  const goBy = (days: number) => () => {
    if (!isTyping()) go(dayAfter(date, days))
  }
  useKeys([
    ['Escape', onBack],
    ['F9', onDocuments],
    ['F10', onBack],
    ['F12', () => setClosing(isToday || isYesterday)],
    ['F1', onHelp],
    ['ArrowLeft', goBy(-1)],
    ['ArrowRight', goBy(1)],
  ])

  return (
    <main className="day">
      <header className="screen-head">
        <Button shortcut="Esc" onClick={onBack}>
          {text('common.back_to_sale')}
        </Button>
        <h1>{text('day.title')}</h1>
        <Button icon="left" shortcut="←" aria-label={text('day.before')} onClick={() => go(dayAfter(date, -1))} />
        <input
          className="day-date"
          type="date"
          aria-label={text('day.date')}
          max={today}
          value={date}
          onChange={({ target }) => target.value !== '' && go(target.value)}
        />
        <Button
          icon="right"
          shortcut="→"
          aria-label={text('day.after')}
          disabled={isToday}
          onClick={() => go(dayAfter(date, 1))}
        />
        <Button disabled={isToday} onClick={() => setChosen(null)}>
          {text('day.today')}
        </Button>
        <Button
          icon="download"
          disabled={report.data === undefined}
          onClick={() => report.data && saveFile(`dia-${date}.csv`, csvFile(dayCsv(report.data, text)))}
        >
          {text('day.export')}
        </Button>
        <Button icon="printer" onClick={() => window.print()}>
          {text('day.print')}
        </Button>
        <Button icon="calendar" onClick={() => setExporting(true)}>
          {text('month.open')}
        </Button>
      </header>
      <div className="day-body">
        {(isToday || isYesterday) && till && <BeforeClosing till={till} onClose={() => setClosing(true)} />}
        {/* The gravest stands in the bar above. */}
        {isToday && till && <DeadlineNotices deadlines={till.deadlines.slice(1)} />}
        {report.isError && (
          <Notice kind="error">
            {text('day.failed')}
            <Button onClick={() => report.refetch()}>{text('common.retry')}</Button>
          </Notice>
        )}
        {report.isPending && <Empty icon="clock" title={text('common.loading')} />}
        {report.data && isEmpty(report.data) && <Empty icon="calendar" title={text('day.empty')} />}
        {report.data && !isEmpty(report.data) && <DayReport report={report.data} onDocument={onDocument} />}
      </div>
      {isExporting && <MonthDialog month={date.slice(0, 7)} onClose={() => setExporting(false)} />}
      {isClosing && till && <CloseDayDialog till={till} date={date} onClose={() => setClosing(false)} />}
    </main>
  )
}
