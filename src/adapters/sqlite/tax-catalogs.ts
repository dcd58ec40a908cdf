import { z } from 'zod'
import type { TaxCatalogContents, TaxCatalogCounts, TaxCatalogs } from '#application/ports/tax-catalogs.ts'
import { type Place, placeLabel } from '#domain/customer/tax-catalogs.ts'
import { foldText } from '#domain/product/product.ts'
import { matchText } from './match-text.ts'
import type { Connection } from './open-database.ts'

const MOST_HITS = 20

const ACTIVITY = 'a.code, a.description'
/** What begins with what was typed comes first, then the alphabet; the words come from the index, so that few rows are sorted. */
const SEARCH_ACTIVITIES = `
  SELECT ${ACTIVITY} FROM tax_activity_search s JOIN tax_activity a ON a.activity_id = s.rowid
   WHERE tax_activity_search MATCH :match
   ORDER BY a.folded_description NOT LIKE :start || '%', a.folded_description LIMIT ${MOST_HITS}`
const ACTIVITIES_BY_CODE_START = `
  SELECT ${ACTIVITY} FROM tax_activity a WHERE a.code >= :start AND a.code < :start || char(1114111)
   ORDER BY a.code LIMIT ${MOST_HITS}`

const PLACE = 'p.key, p.kind, p.name, p.municipality_code, p.municipality_name, p.department_code, p.department_name'
const SEARCH_PLACES = `
  SELECT ${PLACE} FROM tax_place_search s JOIN tax_place p ON p.place_id = s.rowid
   WHERE tax_place_search MATCH :match
   ORDER BY p.folded_name NOT LIKE :start || '%', p.folded_label LIMIT ${MOST_HITS}`

const INSERT_ACTIVITY = `
  INSERT INTO tax_activity (code, description, folded_description) VALUES (:code, :description, :folded_description)
  ON CONFLICT DO NOTHING`
const INSERT_PLACE = `
  INSERT INTO tax_place (key, kind, name, municipality_code, municipality_name, department_code, department_name, folded_name, folded_label)
  VALUES (:key, :kind, :name, :municipality_code, :municipality_name, :department_code, :department_name, :folded_name, :folded_label)
  ON CONFLICT DO NOTHING`

const activities = z.array(z.object({ code: z.string(), description: z.string() }))

const place = z
  .object({
    key: z.string(),
    kind: z.enum(['municipality', 'district']),
    name: z.string(),
    municipality_code: z.string(),
    municipality_name: z.string(),
    department_code: z.string(),
    department_name: z.string(),
  })
  .transform((row): Place => {
    const { kind, name } = row
    const department = { code: row.department_code, name: row.department_name }
    const municipality = { code: row.municipality_code, name: row.municipality_name }
    return kind === 'municipality'
      ? { kind, ...municipality, department }
      : { kind, id: row.key, name, municipality, department }
  })

const placeRow = (one: Place) => {
  const municipality = one.kind === 'district' ? one.municipality : one
  return {
    key: one.kind === 'district' ? one.id : one.code,
    kind: one.kind,
    name: one.name,
    municipality_code: municipality.code,
    municipality_name: municipality.name,
    department_code: one.department.code,
    department_name: one.department.name,
    folded_name: foldText(one.name),
    folded_label: foldText(placeLabel(one)),
  }
}

const municipalitiesIn = ({ departments }: TaxCatalogContents): readonly Place[] =>
  departments.flatMap(({ code, name, municipalities }) =>
    municipalities.map((one) => ({ kind: 'municipality' as const, ...one, department: { code, name } })),
  )

/** What a search is asked with; null where too little was typed. */
const searched = (text: string) => {
  const folded = foldText(text.trim())
  const match = matchText(folded)
  return folded.length < 2 || match === '' ? null : { match, start: folded.replaceAll(/[%_]/g, '') }
}

export const sqliteTaxCatalogs = (connection: Connection): TaxCatalogs => {
  const searchActivities = connection.prepare(SEARCH_ACTIVITIES)
  const activitiesByCodeStart = connection.prepare(ACTIVITIES_BY_CODE_START)
  const activity = connection.prepare(`SELECT ${ACTIVITY} FROM tax_activity a WHERE a.code = ?`)
  const searchPlaces = connection.prepare(SEARCH_PLACES)
  const placeByKey = connection.prepare(`SELECT ${PLACE} FROM tax_place p WHERE p.key = ?`)
  const refreshedAt = connection.prepare('SELECT refreshed_at FROM tax_catalogs WHERE only_row = 1').pluck()
  const countActivities = connection.prepare('SELECT count(*) FROM tax_activity').pluck()
  const countPlaces = connection.prepare('SELECT count(*) FROM tax_place WHERE kind = ?').pluck()
  const refreshed = connection.prepare(
    'INSERT INTO tax_catalogs (only_row, refreshed_at) VALUES (1, ?) ON CONFLICT DO UPDATE SET refreshed_at = excluded.refreshed_at',
  )
  const insertActivity = connection.prepare(INSERT_ACTIVITY)
  const insertPlace = connection.prepare(INSERT_PLACE)

  const replace = connection.transaction((contents: TaxCatalogContents, at: number): void => {
    connection.exec('DELETE FROM tax_activity; DELETE FROM tax_place')
    for (const { code, description } of contents.activities)
      insertActivity.run({ code, description, folded_description: foldText(description) })
    for (const one of [...municipalitiesIn(contents), ...contents.districts]) insertPlace.run(placeRow(one))
    refreshed.run(at)
  })

  return {
    searchActivities: (text) => {
      const asked = searched(text)
      if (asked === null) return []
      const coded = activities.parse(activitiesByCodeStart.all({ start: text.trim() }))
      const known = new Set(coded.map(({ code }) => code))
      const worded = activities.parse(searchActivities.all(asked))
      return [...coded, ...worded.filter(({ code }) => !known.has(code))].slice(0, MOST_HITS)
    },
    activity: (code) => activities.parse(activity.all(code.trim()))[0] ?? null,
    searchPlaces: (text) => {
      const asked = searched(text)
      return asked === null ? [] : z.array(place).parse(searchPlaces.all(asked))
    },
    place: (key) => z.array(place).parse(placeByKey.all(key.trim()))[0] ?? null,
    counts: (): TaxCatalogCounts => ({
      activities: z.int().parse(countActivities.get()),
      municipalities: z.int().parse(countPlaces.get('municipality')),
      districts: z.int().parse(countPlaces.get('district')),
    }),
    refreshedAt: () => z.int().optional().parse(refreshedAt.get()) ?? null,
    replace: (contents, at) => {
      replace.immediate(contents, at)
    },
  }
}
