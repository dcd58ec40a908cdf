import { ok, type Result } from '#domain/result/result.ts'
import { MOST_CATALOG_ROWS } from '../ports/fiscal-api.ts'

export type Found<Row> = { readonly rows: readonly Row[]; readonly received: number }

export type CrawlPlan<Row, Trouble> = {
  readonly ask: (search: string) => Promise<Result<Found<Row>, Trouble>>
  /** What is the same in two answers to the same row. */
  readonly keyOf: (row: Row) => string
  /** The first searches. */
  readonly seeds: readonly string[]
  /** What a search goes on with where its answer may have been cut; empty where it does not go on. */
  readonly alphabet: readonly string[]
}

export type Crawled<Row> = {
  /** By their keys, each once. */
  readonly rows: ReadonlyMap<string, Row>
  /** Rows that could not be read, as often as they came. */
  readonly oddRows: number
  /** False where an answer was cut and nothing was asked further: for want of an alphabet, or because there seemed to be no end. */
  readonly isComplete: boolean
}

/** An hour's worth at one every two seconds; what a whole catalogue takes is a fraction of it. */
const MOST_SEARCHES = 2_000

/**
 * All rows of a catalogue that shows fifty at a time: whatever answers with fifty is asked again with each of the alphabet's letters behind it, the
 * short searches first. Finds every row with a text that begins with a seed and is spelt in the alphabet, as long as no fifty others hold
 * that whole text.
 */
export const crawl = async <Row, Trouble>({
  ask,
  keyOf,
  seeds,
  alphabet,
}: CrawlPlan<Row, Trouble>): Promise<Result<Crawled<Row>, Trouble>> => {
  const rows = new Map<string, Row>()
  let oddRows = 0
  let searches = [...seeds]
  let left = MOST_SEARCHES
  while (searches.length > 0) {
    const within = searches.slice(0, left)
    left -= within.length
    const cut: string[] = []
    for (const search of within) {
      const found = await ask(search)
      if (!found.ok) return found
      const { rows: some, received } = found.value
      for (const row of some) rows.set(keyOf(row), row)
      oddRows += received - some.length
      if (received >= MOST_CATALOG_ROWS) cut.push(search)
    }
    const isGivenUp = within.length < searches.length || (cut.length > 0 && alphabet.length === 0)
    if (isGivenUp) return ok({ rows, oddRows, isComplete: false })
    searches = cut.flatMap((search) => alphabet.map((letter) => search + letter))
  }
  return ok({ rows, oddRows, isComplete: true })
}
