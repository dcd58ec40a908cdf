import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refreshCatalogs } from '#application/catalogs/refresh-catalogs.ts'
import type { TaxCatalogContents } from '#application/ports/tax-catalogs.ts'
import { ok } from '#domain/result/result.ts'
import { anHonestCatalog, SEARCHED } from '#support/an-honest-catalog.ts'

/** Codes that share their beginnings, as those of one branch do. */
const code = fc
  .tuple(fc.constantFrom('47', '46', '10'), fc.integer({ min: 0, max: 999 }))
  .map(([start, end]) => `${start}${String(end).padStart(3, '0')}`)
const word = fc.string({ unit: fc.constantFrom(...'aeiorstnlñáé'), minLength: 2, maxLength: 8 })
const activities = fc.uniqueArray(fc.record({ code, description: word }), {
  selector: (row) => row.code,
  minLength: 1,
  maxLength: 400,
  size: 'max',
})
const longWord = fc.string({ unit: fc.constantFrom(...'aeiorstnlñáé'), minLength: 6, maxLength: 10 })
const municipality = fc.record({ code: code.map((text) => text.slice(0, 4)), name: longWord })
/** The largest has 23. */
const MOST_DISTRICTS = 40
const departments = fc.uniqueArray(
  fc.record({
    code: fc.integer({ min: 10, max: 99 }).map(String),
    name: word,
    municipalities: fc.uniqueArray(municipality, { selector: (row) => row.code, minLength: 1, maxLength: 5 }),
  }),
  { selector: (row) => row.code, minLength: 1, maxLength: 14 },
)

const NO_PLACES = {
  departments: [{ code: '06', name: 'San Salvador', municipalities: [{ code: '0623', name: 'San Salvador Centro' }] }],
  districts: [],
}

const crawled = async (api: ReturnType<typeof anHonestCatalog>): Promise<TaxCatalogContents | undefined> => {
  let found: TaxCatalogContents | undefined
  const refreshed = await refreshCatalogs({
    api,
    catalogs: { counts: () => ({ activities: 0, municipalities: 0, districts: 0 }) },
    keep: (contents) => {
      found = contents
      return ok(undefined)
    },
  })({ mayCall: async () => true, tries: 1 })
  expect(refreshed).toMatchObject({ ok: true, value: { isComplete: true, oddRows: 0 } })
  return found
}

const byCode = <Row extends { readonly code: string }>(rows: readonly Row[] = []) =>
  rows.toSorted((left, right) => left.code.localeCompare(right.code))

test('whatever activities there are, in whatever order: an API that shows fifty at a time gives them all', async () => {
  await fc.assert(
    fc.asyncProperty(activities, async (all) => {
      const found = await crawled(anHonestCatalog({ activities: all, ...NO_PLACES }))
      expect(byCode(found?.activities)).toEqual(byCode(all))
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('the same where it does not search in the codes, for descriptions that are no part of fifty others', async () => {
  const described = fc.uniqueArray(
    fc.record({ code, description: fc.string({ unit: fc.constantFrom(...'aeilmnr'), minLength: 6, maxLength: 10 }) }),
    { selector: (row) => row.code, minLength: 1, maxLength: 300, size: 'max' },
  )
  await fc.assert(
    fc.asyncProperty(described, async (all) => {
      const inWords = { ...SEARCHED, activities: ({ description }: { readonly description: string }) => [description] }
      const found = await crawled(anHonestCatalog({ activities: all, ...NO_PLACES }, inWords))
      expect(byCode(found?.activities)).toEqual(byCode(all))
    }),
    { numRuns: 30, endOnFailure: true },
  )
})

test('every district of every municipality is found, and placed', async () => {
  const districts = fc.uniqueArray(fc.record({ id: fc.uuid(), name: word }), {
    selector: (row) => row.id,
    maxLength: 262,
    size: 'max',
  })
  await fc.assert(
    fc.asyncProperty(departments, districts, async (all, some) => {
      const names = all.flatMap(({ municipalities }) => municipalities.map(({ name }) => name))
      const rows = some
        .slice(0, names.length * MOST_DISTRICTS)
        .map((row, index) => ({ ...row, municipality: names[index % names.length] ?? '' }))
      const activity = { code: '47111', description: 'Supermercados' }
      const found = await crawled(anHonestCatalog({ activities: [activity], departments: all, districts: rows }))
      expect(byCode(found?.departments)).toEqual(byCode(all))
      expect(new Set(found?.districts.map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)))
    }),
    { numRuns: 60, endOnFailure: true },
  )
})
