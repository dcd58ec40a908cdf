import { createHash } from 'node:crypto'
import { DEPARTMENTS } from './departments.ts'
import { DISTRICT_TABLE } from './district-table.ts'
import { MOST_ROWS, matches } from './matches.ts'

export type District = {
  readonly id: string
  readonly name: string
  readonly municipality: { readonly code: string; readonly name: string }
  readonly department: { readonly code: string; readonly name: string }
}

/** The same district has the same UUID in every run. */
const uuidOf = (key: string): string => {
  const hex = createHash('sha256').update(`district/${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export const DISTRICTS: readonly District[] = DEPARTMENTS.flatMap(({ code, name, municipalities }) =>
  municipalities.flatMap((municipality) =>
    (DISTRICT_TABLE[municipality.code]?.split(', ') ?? []).map((district) => ({
      id: uuidOf(`${municipality.code}/${district}`),
      name: district,
      municipality: { code: municipality.code, name: municipality.name },
      department: { code, name },
    })),
  ),
)

/** Districts by their name or their municipality's. Assumption: the shape of a row, beyond its UUID. */
export const searchDistricts = (search: string): readonly District[] =>
  DISTRICTS.filter(({ name, municipality }) => matches(search, name, municipality.name)).slice(0, MOST_ROWS)
