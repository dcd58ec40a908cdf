import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

type Row = { readonly key: string; readonly name: ReactNode; readonly count: number | null; readonly amount: number }

type DaySumsProps = { readonly title: string; readonly hint?: string; readonly rows: readonly Row[] }

/** A table of counts and amounts under its title. */
export const DaySums = ({ title, hint, rows }: DaySumsProps) => {
  const text = useText()
  return (
    <section className="day-card">
      <h2>{title}</h2>
      <table aria-label={title}>
        <thead className="out-of-sight">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{text('day.column_count')}</th>
            <th scope="col">{text('day.column_amount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, count, amount }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{count}</td>
              <td>{dollars(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hint && <p className="field-hint">{hint}</p>}
    </section>
  )
}
