import { z } from 'zod'
import {
  type CatalogAnswer,
  type CatalogKind,
  type CatalogRows,
  PAGE_INSTEAD_OF_ANSWER,
} from '#application/ports/fiscal-api.ts'
import { type HttpAnswer, isPage } from './read-answer.ts'
import { retryAfterMs } from './retry-after.ts'
import { detailOf, parseJson } from './wire-answer.ts'

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .refine((value) => value !== '')
const uuid = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)

/** A row, or null where it is none that we understand: one odd row hides no other. */
const rowOf = <T>(row: z.ZodType<T>, value: unknown): T | null => row.safeParse(value).data ?? null
const rowsOf = <T>(row: z.ZodType<T>, values: readonly unknown[]): readonly T[] =>
  values.map((value) => rowOf(row, value)).filter((one) => one !== null)

const activity = z
  .looseObject({ code: text, description: text })
  .transform(({ code, description }) => ({ code, description }))

/** Within its department; with the department's code before it, it is the whole code. */
const SHORT_CODE = /^\d{2}$/
const shortOrWhole = (code: string | undefined, department: string | undefined): string | undefined =>
  code !== undefined && SHORT_CODE.test(code) && department !== undefined ? department + code : code

const municipality = z.looseObject({ code: text.optional(), short_code: text.optional(), name: text })
const department = z
  .looseObject({ code: text, name: text, municipalities: z.array(z.unknown()).catch([]) })
  .transform(({ code, name, municipalities }) => ({
    code,
    name,
    municipalities: rowsOf(municipality, municipalities).flatMap((row) => {
      const whole = shortOrWhole(row.code ?? row.short_code, code)
      return whole === undefined ? [] : [{ code: whole, name: row.name }]
    }),
  }))

/** One thing named by another: as an object with its code or its name, or as either of them alone. */
const reference = z
  .union([
    z.looseObject({ code: text.optional().catch(undefined), name: text.optional().catch(undefined) }),
    text.transform((value) =>
      /^\d+$/.test(value) ? { code: value, name: undefined } : { code: undefined, name: value },
    ),
  ])
  .optional()
  .catch(undefined)
const optionalText = text.optional().catch(undefined)

/** Assumption: which of these fields a district's row has; the contract names none but the UUID. */
const district = z
  .looseObject({
    id: uuid.optional().catch(undefined),
    uuid: uuid.optional().catch(undefined),
    name: optionalText,
    description: optionalText,
    municipality: reference,
    municipality_code: optionalText,
    municipality_name: optionalText,
    department: reference,
    department_code: optionalText,
  })
  .transform((row) => ({
    id: row.id ?? row.uuid,
    name: row.name ?? row.description,
    municipality:
      shortOrWhole(row.municipality?.code ?? row.municipality_code, row.department?.code ?? row.department_code) ??
      row.municipality?.name ??
      row.municipality_name,
  }))
  .pipe(z.object({ id: z.string(), name: z.string(), municipality: z.string() }))

const CATALOGS: {
  readonly [Kind in CatalogKind]: { readonly path: string; readonly row: z.ZodType<CatalogRows[Kind]> }
} = {
  activities: { path: '/catalogs/activities', row: activity },
  departments: { path: '/catalogs/departments', row: department },
  districts: { path: '/catalogs/districts/search', row: district },
}

/** Assumption: the districts' parameter is called `search` as the others' are. */
export const catalogPath = (kind: CatalogKind, search: string): string =>
  `${CATALOGS[kind].path}?search=${encodeURIComponent(search)}`

/** What an answer to a search of a catalogue holds. Source: Ocote API contract, §2 and §5. */
export const readCatalog = <Kind extends CatalogKind>(
  kind: Kind,
  { status, headers, body }: HttpAnswer,
  now: number,
): CatalogAnswer<Kind>['result'] => {
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(headers, now) }
  if (isPage({ headers, body })) return { kind: 'unknown', detail: PAGE_INSTEAD_OF_ANSWER }
  if (status === 401 || status === 403) return { kind: 'locked_out', reason: 'key', detail: detailOf(body) }
  if (status !== 200) return { kind: 'unknown', detail: `http_${status}` }
  const values = z.array(z.unknown()).safeParse(parseJson(body))
  if (!values.success) return { kind: 'unknown', detail: 'answer_not_understood' }
  return { kind: 'rows', rows: rowsOf(CATALOGS[kind].row, values.data), received: values.data.length }
}
