import type { Party } from '../document/content.ts'
import { DEPARTMENTS } from './departments.ts'
import { DISTRICTS } from './districts.ts'

/** MH's codes of a place, of two digits each. */
export type Place = { readonly department: string; readonly municipality: string }

/** Where a party is, from the district where it has one; null where it does not say, 'nowhere' where there is no such place. */
export const placeOf = ({ district: id, department: code, municipality }: Party): Place | null | 'nowhere' => {
  if (id !== null) {
    const district = DISTRICTS.find((known) => known.id === id.toLowerCase())
    return district
      ? { department: district.department.code, municipality: district.municipality.code.slice(2) }
      : 'nowhere'
  }
  if (code === null || municipality === null) return null
  const known = DEPARTMENTS.find((department) => department.code === code)?.municipalities.find((part) =>
    [part.code, part.short_code].includes(municipality),
  )
  return known ? { department: code, municipality: known.short_code } : 'nowhere'
}
