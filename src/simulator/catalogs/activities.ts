import { ACTIVITY_TABLE } from './activity-table.ts'
import { MOST_ROWS, matches } from './matches.ts'

export type Activity = { readonly code: string; readonly description: string }

export const ACTIVITIES: readonly Activity[] = ACTIVITY_TABLE.trim()
  .split('\n')
  .map((row) => ({ code: row.slice(0, 5), description: row.slice(6) }))

const DESCRIPTIONS = new Map(ACTIVITIES.map(({ code, description }) => [code, description]))

/** Economic activities whose code or description contains the search. */
export const searchActivities = (search: string): readonly Activity[] =>
  ACTIVITIES.filter(({ code, description }) => matches(search, code, description)).slice(0, MOST_ROWS)

/** The description of a code of CAT-019, or null where there is no such code. */
export const activityOf = (code: string): string | null => DESCRIPTIONS.get(code) ?? null
