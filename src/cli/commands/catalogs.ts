import { setTimeout as delay } from 'node:timers/promises'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { when } from '../show.ts'

const DAY_MS = 86_400_000
/** Between two lines of progress. */
const CALLS_A_LINE = 20

const WORDS = { activities: 'actividades', departments: 'departamentos', districts: 'distritos' } as const

const stateOf = (engine: Engine) => {
  const counts = engine.taxCatalogs.counts()
  const at = engine.taxCatalogs.refreshedAt()
  const days = at === null ? null : Math.floor((engine.clock.now() - at) / DAY_MS)
  const { activities, municipalities, districts } = counts
  const text =
    at === null
      ? 'No hay catálogos: torogoz catalogs refresh los pide al servicio.'
      : `${activities} actividades  ${municipalities} municipios  ${districts} distritos  del ${when(at)}, hace ${days} días`
  return { value: { ...counts, refreshed_at: at === null ? null : new Date(at).toISOString(), age_days: days }, text }
}

/** How many there are of each, and how old they are. */
export const showCatalogs = (engine: Engine): Done => {
  const { value, text } = stateOf(engine)
  return done(value, [text])
}

/**
 * Asks the API for all of them now, and says so on the error channel as it goes. Half of the rate limit's minute is left to the tills that sell
 * meanwhile.
 */
export const refreshCatalogs = async (engine: Engine): Promise<Done> => {
  const refreshed = await engine.refreshCatalogs(
    {
      tries: 1,
      mayCall: async (afterMs, budget) => {
        const isScarce = budget !== null && budget.remainingMinute <= budget.limitMinute / 2
        const waitMs = Math.max(afterMs, isScarce ? budget.resetMs : 0)
        if (waitMs > 0) await delay(waitMs)
        return true
      },
    },
    ({ kind, calls }) => {
      if (calls % CALLS_A_LINE === 0) console.error(`${WORDS[kind]}  ${calls} consultas`)
    },
  )
  if (!refreshed.ok) return refused(refreshed.error)
  const { oddRows, isComplete } = refreshed.value
  const { value, text } = stateOf(engine)
  return done({ ...value, odd_rows: oddRows, is_complete: isComplete }, [
    text,
    ...(oddRows > 0 ? [`${oddRows} filas no se entendieron.`] : []),
    ...(isComplete ? [] : ['Puede faltar algo: una búsqueda no terminaba.']),
  ])
}
