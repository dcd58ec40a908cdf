import { expect, test } from 'vitest'
import { sqliteTaxCatalogs } from '#adapters/sqlite/tax-catalogs.ts'
import { refreshCatalogs } from '#application/catalogs/refresh-catalogs.ts'
import type { CatalogAnswer, CatalogKind, FiscalApi } from '#application/ports/fiscal-api.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import { anHonestCatalog, type Catalogs } from '#support/an-honest-catalog.ts'
import { aTill, NOW } from '../a-till.ts'

const UUID = '0f4c4a5e-2b1d-4c7e-9a55-1c2d3e4f5a6b'
const CENTRE = { code: '0318', name: 'Sonsonate Centro' }
const CATALOGS: Catalogs = {
  activities: [
    { code: '47111', description: 'Venta en supermercados' },
    { code: '56101', description: 'Restaurantes' },
  ],
  departments: [{ code: '03', name: 'Sonsonate', municipalities: [CENTRE] }],
  districts: [{ id: UUID, name: 'Nahulingo', municipality: 'SONSONATE CENTRO' }],
}
const DISTRICT = {
  kind: 'district' as const,
  id: UUID,
  name: 'Nahulingo',
  municipality: CENTRE,
  department: { code: '03', name: 'Sonsonate' },
}
const OLD = { ...CATALOGS, activities: [{ code: '10005', description: 'Otros' }], districts: [DISTRICT] }
const WHOLE = { activities: 2, municipalities: 1, districts: 1, oddRows: 0, isComplete: true }

const aRefresh = (api: Pick<FiscalApi, 'hasKey' | 'catalog'>) => {
  const catalogs = sqliteTaxCatalogs(aTill().connection)
  const waits: number[] = []
  return {
    catalogs,
    waits,
    refresh: ({ tries = 3, calls = Number.MAX_SAFE_INTEGER } = {}) =>
      refreshCatalogs({ api, catalogs, keep: (contents) => ok(catalogs.replace(contents, NOW)) })({
        tries,
        mayCall: async (afterMs) => waits.push(afterMs) <= calls,
      }),
    /** What is found of the old activities and of the new, and since when. */
    kept: () => [
      catalogs.activity('10005')?.description,
      catalogs.activity('47111')?.description,
      catalogs.refreshedAt(),
    ],
  }
}

type Trouble = Exclude<CatalogAnswer<CatalogKind>['result'], { kind: 'rows' }>
/** An API that says these things, one after another, before it answers what comes after so many answers. */
const interrupted = (after: number, troubles: readonly Trouble[]) => {
  const honest = anHonestCatalog(CATALOGS)
  const left = [...troubles]
  const catalog: FiscalApi['catalog'] = async (kind, search) => {
    const trouble = honest.asked.length >= after ? left.shift() : undefined
    return trouble ? { result: trouble, httpStatus: null, budget: null } : honest.catalog(kind, search)
  }
  return { ...honest, catalog }
}

test('departments are asked for at once, districts by the municipalities’ names, activities by the digits of their codes', async () => {
  const api = anHonestCatalog(CATALOGS)
  const { refresh, catalogs, kept } = aRefresh(api)
  expect(await refresh()).toEqual(ok(WHOLE))
  expect(api.asked).toEqual([
    'departments ',
    'districts Sonsonate Centro',
    ...[...'0123456789'].map((digit) => `activities ${digit}`),
  ])
  expect([kept(), catalogs.place(UUID)]).toEqual([[undefined, 'Venta en supermercados', NOW], DISTRICT])
})

test('where names of municipalities find no district, and digits no code, letters do', async () => {
  const api = anHonestCatalog(CATALOGS, {
    activities: ({ description }) => [description],
    departments: ({ name }) => [name],
    districts: ({ name }) => [name],
  })
  expect(await aRefresh(api).refresh()).toEqual(ok(WHOLE))
})

test('a district of a municipality that nobody knows is left out and counted', async () => {
  const lost = { id: UUID.replace('0', '1'), name: 'Sonsonate Centro', municipality: '9999' }
  const api = anHonestCatalog({ ...CATALOGS, districts: [...CATALOGS.districts, lost] })
  expect(await aRefresh(api).refresh()).toEqual(ok({ ...WHOLE, oddRows: 1 }))
})

test('a 429 is waited out as long as it says, and what brought nothing is asked again', async () => {
  const { refresh, waits } = aRefresh(
    interrupted(1, [
      { kind: 'throttled', retryAfterMs: 7_000 },
      { kind: 'unknown', detail: 'http_500' },
    ]),
  )
  expect(await refresh()).toEqual(ok(WHOLE))
  expect(waits.slice(0, 5)).toEqual([0, 0, 7_000, 5_000, 0])
})

const UNREACHABLE: Trouble = { kind: 'unreachable', detail: 'ECONNREFUSED' }
const NOT_UNDERSTOOD: Trouble = { kind: 'unknown', detail: 'answer_not_understood' }
const THROTTLED: Trouble = { kind: 'throttled', retryAfterMs: 1_000 }
const LOCKED_OUT: Trouble = { kind: 'locked_out', reason: 'key', detail: 'No' }
const repeated = (trouble: Trouble, times: number) => Array.from({ length: times }, () => trouble)

test.each([
  ['nothing answers', repeated(UNREACHABLE, 3), {}, 'api_unreachable', { detail: 'ECONNREFUSED' }],
  ['it has one try', [NOT_UNDERSTOOD], { tries: 1 }, 'api_unreachable', { detail: 'answer_not_understood' }],
  ['there is no end of 429', repeated(THROTTLED, 10), {}, 'api_unreachable', { detail: 'http_429' }],
  ['the key is refused', [LOCKED_OUT], {}, 'key_refused', { detail: 'No' }],
  ['it is stopped', [], { calls: 9 }, 'catalogs_refresh_stopped', undefined],
] as const)(
  'where %s it is given up, and the old catalogues stay whole',
  async (_, troubles, options, code, params) => {
    const { refresh, catalogs, kept } = aRefresh(interrupted(8, troubles))
    catalogs.replace(OLD, NOW - 1)
    expect(await refresh(options)).toEqual(fail(refusal(code, undefined, params)))
    expect(kept()).toEqual(['Otros', undefined, NOW - 1])
  },
)

test.each([
  ['activities', { ...CATALOGS, activities: [] }],
  ['municipalities', { ...CATALOGS, departments: [{ code: '03', name: 'Sonsonate', municipalities: [] }] }],
  ['the districts that there were', { ...CATALOGS, districts: [] }],
])('catalogues without %s replace nothing', async (_, given) => {
  const { refresh, catalogs, kept } = aRefresh(anHonestCatalog(given))
  catalogs.replace(OLD, NOW - 1)
  expect(await refresh()).toEqual(fail(refusal('catalogs_incomplete')))
  expect(kept()).toEqual(['Otros', undefined, NOW - 1])
})

test('without a key nobody is asked', async () => {
  const api = { ...anHonestCatalog(CATALOGS), hasKey: () => false }
  expect([await aRefresh(api).refresh(), api.asked]).toEqual([fail(refusal('no_key', 'key')), []])
})
