import { expect, test } from 'vitest'
import { contingencyAge, type Due, deadlinesOf } from '#domain/document/deadlines.ts'

const SETTINGS = { contingencyWarnHours: 24, contingencyAlarmHours: 72, closesAt: '18:00' }
const NOTHING: Due = {
  contingencyWarned: 0,
  contingencyAlarmed: 0,
  today: 0,
  todaySince: null,
  earlierDays: null,
  earlierMonths: null,
}

const at = (local: string): number => Date.parse(`${local}:00-06:00`)
const kinds = (due: Partial<Due>, local: string) =>
  deadlinesOf({ ...NOTHING, ...due }, SETTINGS, at(local)).map(({ kind, count }) => `${kind} ${count}`)

test('where everything is issued and stamped, nothing is said, at no hour', () => {
  expect([kinds({}, '2026-11-30T23:59'), kinds({}, '2026-11-22T10:00')]).toEqual([[], []])
})

test('what alarms is no longer counted among what is warned of', () => {
  expect(kinds({ contingencyWarned: 5, contingencyAlarmed: 2 }, '2026-11-22T10:00')).toEqual([
    'contingency_alarm 2',
    'contingency_warning 3',
  ])
})

test.each([
  ['before closing nothing is said', '2026-11-22T17:59', []],
  ['from closing on it is', '2026-11-22T18:00', ['today 3']],
  ['up to midnight', '2026-11-22T23:59', ['today 3']],
  ['on the last day of a month it is another tax period', '2026-11-30T18:00', ['today_month_ends 3']],
  ['in February too', '2026-02-28T20:00', ['today_month_ends 3']],
  ['a leap year’s 28 February is not the last', '2028-02-28T20:00', ['today 3']],
  ['at the year’s end', '2026-12-31T19:00', ['today_month_ends 3']],
] as const)('sales of today that are not issued: %s', (_, now, expected) => {
  expect(kinds({ today: 3, todaySince: at('2026-01-01T09:00') }, now)).toEqual(expected)
})

test('a sale that is on its way for two minutes is not late', () => {
  const due = { today: 1, todaySince: at('2026-11-22T18:30') }
  expect([kinds(due, '2026-11-22T18:31'), kinds(due, '2026-11-22T18:32')]).toEqual([[], ['today 1']])
})

test('sales of earlier days that are not issued are said at any hour, those of earlier months apart', () => {
  const due = { earlierDays: { count: 2, since: '2026-11-01' }, earlierMonths: { count: 1, since: '2026-10-31' } }
  expect(deadlinesOf({ ...NOTHING, ...due }, SETTINGS, at('2026-11-22T08:00'))).toEqual([
    { kind: 'earlier_month', count: 1, since: '2026-10-31' },
    { kind: 'earlier_day', count: 2, since: '2026-11-01' },
  ])
})

test('the gravest comes first', () => {
  const due = {
    contingencyWarned: 2,
    contingencyAlarmed: 1,
    today: 1,
    todaySince: at('2026-11-30T09:00'),
    earlierDays: { count: 1, since: '2026-11-29' },
  }
  expect(kinds(due, '2026-11-30T19:00')).toEqual([
    'contingency_alarm 1',
    'earlier_day 1',
    'today_month_ends 1',
    'contingency_warning 1',
  ])
})

test('a document grows old in contingency by the hour', () => {
  const issuedAt = at('2026-11-22T10:00')
  const ages = ['2026-11-23T09:59', '2026-11-23T10:00', '2026-11-25T09:59', '2026-11-25T10:00'].map((now) =>
    contingencyAge(issuedAt, at(now), { warn: 24, alarm: 72 }),
  )
  expect(ages).toEqual(['young', 'warned', 'warned', 'alarmed'])
})
