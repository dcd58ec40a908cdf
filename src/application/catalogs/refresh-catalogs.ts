import type { Activity, Department, Place } from '#domain/customer/tax-catalogs.ts'
import { foldText } from '#domain/product/product.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { CatalogKind, CatalogRows, DistrictRow, FiscalApi } from '../ports/fiscal-api.ts'
import type { TaxCatalogContents, TaxCatalogCounts, TaxCatalogs } from '../ports/tax-catalogs.ts'
import { type AskCatalog, askPatiently, type CatalogTrouble, type Patience } from './ask-patiently.ts'
import { type Crawled, crawl } from './crawl.ts'

type Dependencies = {
  readonly api: Pick<FiscalApi, 'hasKey' | 'catalog'>
  readonly catalogs: Pick<TaxCatalogs, 'counts'>
  /** Replaces what is kept, as of now, or says why the disk does not take it. */
  readonly keep: (contents: TaxCatalogContents) => Result<void, Refusal>
}

/** The catalogue that was just asked, the calls that were answered so far, and the rows that came with this one. */
export type RefreshProgress = { readonly kind: CatalogKind; readonly calls: number; readonly received: number }

export type Refreshed = TaxCatalogCounts & {
  /** Rows that could not be read or placed, as often as they came. */
  readonly oddRows: number
  /** False where a catalogue seemed to have no end. */
  readonly isComplete: boolean
}

type District = Extract<Place, { kind: 'district' }>

const DIGITS = [...'0123456789']
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

const KEYS: { readonly [Kind in CatalogKind]: (row: CatalogRows[Kind]) => string } = {
  activities: ({ code }) => code,
  departments: ({ code }) => code,
  districts: ({ id }) => id.toLowerCase(),
}

/** One list of first searches after another, until one `suffices`. */
const crawlUntil = async <Kind extends CatalogKind>(
  ask: AskCatalog,
  kind: Kind,
  lists: readonly { readonly seeds: readonly string[]; readonly alphabet: readonly string[] }[],
  suffices: (rows: readonly CatalogRows[Kind][], isComplete: boolean) => boolean,
): Promise<Result<Crawled<CatalogRows[Kind]>, CatalogTrouble>> => {
  let all: Crawled<CatalogRows[Kind]> = { rows: new Map(), oddRows: 0, isComplete: true }
  for (const { seeds, alphabet } of lists) {
    const crawled = await crawl({ ask: (search) => ask(kind, search), keyOf: KEYS[kind], seeds, alphabet })
    if (!crawled.ok) return crawled
    const { rows, oddRows, isComplete } = crawled.value
    all = { rows: new Map([...all.rows, ...rows]), oddRows: all.oddRows + oddRows, isComplete }
    if (suffices([...all.rows.values()], isComplete)) break
  }
  return ok(all)
}

const areAllShown = (rows: readonly unknown[], isComplete: boolean): boolean => rows.length > 0 && isComplete

/** Found by a digit, and no digit in its words: then it was found by its code, and so are all others. */
const areCodesSearched = (rows: readonly Activity[]): boolean => rows.some(({ description }) => !/\d/.test(description))

const BY_LETTERS = { seeds: LETTERS, alphabet: LETTERS }

/** With the names of what they lie in; those of a municipality that is in no department are left out. */
const placed = (rows: Iterable<DistrictRow>, departments: readonly Department[]): readonly District[] => {
  const byCodeOrName = new Map(
    departments.flatMap(({ code, name, municipalities }) =>
      municipalities.flatMap((municipality) => {
        const place = { municipality, department: { code, name } }
        return [[municipality.code, place] as const, [foldText(municipality.name), place] as const]
      }),
    ),
  )
  return [...rows].flatMap(({ id, name, municipality }) => {
    const place = byCodeOrName.get(municipality) ?? byCodeOrName.get(foldText(municipality))
    return place ? [{ kind: 'district' as const, id, name, ...place }] : []
  })
}

/**
 * Asks the API for its catalogues, whole, and puts them in the place of those that are kept. Whatever keeps it from that leaves the old ones as they
 * are: nothing is replaced before everything is there, nor by less than a customer's form needs.
 *
 * Assumption: that a search for digits finds activities by their codes, one for a municipality's name its districts, and an empty one all
 * departments. Where they do not, or not all, letters are tried.
 */
export const refreshCatalogs =
  ({ api, catalogs, keep }: Dependencies) =>
  async (
    patience: Patience,
    progress: (made: RefreshProgress) => void = () => undefined,
  ): Promise<Result<Refreshed, Refusal>> => {
    if (!api.hasKey()) return fail(refusal('no_key', 'key'))
    const askOnce = askPatiently(api, patience)
    let calls = 0
    const ask: AskCatalog = async (kind, search) => {
      const found = await askOnce(kind, search)
      calls += 1
      if (found.ok) progress({ kind, calls, received: found.value.received })
      return found
    }

    const inOne = { seeds: [''], alphabet: [] }
    const departments = await crawlUntil(ask, 'departments', [inOne, BY_LETTERS], areAllShown)
    if (!departments.ok) return departments
    const known = [...departments.value.rows.values()]
    const names = new Set(known.flatMap(({ municipalities }) => municipalities.map(({ name }) => name)))

    const byMunicipality = { seeds: [...names], alphabet: [] }
    const districts = await crawlUntil(ask, 'districts', [byMunicipality, BY_LETTERS], areAllShown)
    if (!districts.ok) return districts

    const byCode = { seeds: DIGITS, alphabet: DIGITS }
    const activities = await crawlUntil(ask, 'activities', [byCode, BY_LETTERS], areCodesSearched)
    if (!activities.ok) return activities

    const contents = {
      activities: [...activities.value.rows.values()],
      departments: known,
      districts: placed(districts.value.rows.values(), known),
    }
    const isLess = contents.districts.length === 0 && catalogs.counts().districts > 0
    if (contents.activities.length === 0 || names.size === 0 || isLess) return fail(refusal('catalogs_incomplete'))
    const kept = keep(contents)
    if (!kept.ok) return kept

    const crawled = [departments.value, districts.value, activities.value]
    const unplaced = districts.value.rows.size - contents.districts.length
    return ok({
      ...catalogs.counts(),
      oddRows: crawled.reduce((sum, { oddRows }) => sum + oddRows, unplaced),
      isComplete: crawled.every(({ isComplete }) => isComplete),
    })
  }
