/** A month of the calendar, "YYYY-MM". */
export type Month = string

export type MonthBook = {
  /** Documents that were issued, by the day that they count for, or else the local day that the API registered them; the oldest first. */
  documents(month: Month): readonly string[]
  /** Documents whose cancellation, confirmed in this month, the API turned into a credit note of its own. */
  noted(month: Month): readonly string[]
}
