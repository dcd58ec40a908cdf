import { MOST_ROWS, matches } from './matches.ts'

export type Municipality = { readonly code: string; readonly short_code: string; readonly name: string }
export type Department = {
  readonly code: string
  readonly name: string
  readonly municipalities: readonly Municipality[]
}

/** CAT-012, with the first code in CAT-013 of its municipalities since the reform of 2024, which are numbered on from it. */
const TABLE: readonly (readonly [code: string, name: string, firstCode: number, parts: string])[] = [
  ['01', 'Ahuachapán', 13, 'Norte Centro Sur'],
  ['02', 'Santa Ana', 14, 'Norte Centro Este Oeste'],
  ['03', 'Sonsonate', 17, 'Norte Centro Este Oeste'],
  ['04', 'Chalatenango', 34, 'Norte Centro Sur'],
  ['05', 'La Libertad', 23, 'Norte Centro Oeste Este Costa Sur'],
  ['06', 'San Salvador', 20, 'Norte Oeste Este Centro Sur'],
  ['07', 'Cuscatlán', 17, 'Norte Sur'],
  ['08', 'La Paz', 23, 'Oeste Centro Este'],
  ['09', 'Cabañas', 10, 'Oeste Este'],
  ['10', 'San Vicente', 14, 'Norte Sur'],
  ['11', 'Usulután', 24, 'Norte Este Oeste'],
  ['12', 'San Miguel', 21, 'Norte Centro Oeste'],
  ['13', 'Morazán', 27, 'Norte Sur'],
  ['14', 'La Unión', 19, 'Norte Sur'],
]

export const DEPARTMENTS: readonly Department[] = TABLE.map(([code, name, firstCode, parts]) => ({
  code,
  name,
  municipalities: parts.split(' ').map((part, index) => {
    const shortCode = String(firstCode + index)
    return { code: code + shortCode, short_code: shortCode, name: `${name} ${part}` }
  }),
}))

/** Departments that are called so, or that have a municipality that is; each with all its municipalities. */
export const searchDepartments = (search: string): readonly Department[] =>
  DEPARTMENTS.filter(({ code, name, municipalities }) =>
    matches(search, code, name, ...municipalities.map((municipality) => municipality.name)),
  ).slice(0, MOST_ROWS)
