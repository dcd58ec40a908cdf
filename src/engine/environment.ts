import { homedir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { isApiKey, parseApiUrl } from '#adapters/ocote/api-url.ts'
import { parsePrinterAddress } from '#adapters/printing/parse-printer-address.ts'
import { ENVIRONMENTS } from '#domain/document/environment.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'

/** What the environment fixes for one start. */
export type Environment = {
  /** The folder of everything that the till keeps. */
  readonly dataFolder: string
  readonly apiUrl?: string
  readonly apiKey?: string
  readonly printer?: string
  /** Where its documents are to count. */
  readonly fiscal?: (typeof ENVIRONMENTS)[number]
}

const variables = z.object({
  TOROGOZ_DATA_DIR: z.string().min(1).optional(),
  OCOTE_BASE_URL: z
    .string()
    .refine((text) => parseApiUrl(text) !== null, 'debe ser https://… (o http:// en esta misma máquina)')
    .optional(),
  OCOTE_API_KEY: z.string().refine(isApiKey, 'debe ser odt_ y 56 cifras hexadecimales').optional(),
  TOROGOZ_PRINTER: z
    .string()
    .refine((text) => parsePrinterAddress(text) !== null, 'debe ser tcp://equipo:9100, file:CARPETA o none')
    .optional(),
  OCOTE_ENVIRONMENT: z.enum(ENVIRONMENTS, 'debe ser 00 (pruebas) o 01 (producción)').optional(),
})

const defaultFolder = (env: NodeJS.ProcessEnv): string => {
  if (process.platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Torogoz')
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Torogoz')
  return path.join(env.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'torogoz')
}

/** Reads TOROGOZ_DATA_DIR, OCOTE_BASE_URL, OCOTE_API_KEY, OCOTE_ENVIRONMENT and TOROGOZ_PRINTER; the error says which is wrong and what would be right. */
export const readEnvironment = (env: NodeJS.ProcessEnv): Result<Environment, string> => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success)
    return fail(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { TOROGOZ_DATA_DIR, OCOTE_BASE_URL, OCOTE_API_KEY, OCOTE_ENVIRONMENT, TOROGOZ_PRINTER } = parsed.data
  const apiUrl = OCOTE_BASE_URL === undefined ? null : parseApiUrl(OCOTE_BASE_URL)
  return ok({
    dataFolder: path.resolve(TOROGOZ_DATA_DIR ?? defaultFolder(env)),
    ...(apiUrl !== null && { apiUrl }),
    ...(OCOTE_API_KEY !== undefined && { apiKey: OCOTE_API_KEY }),
    ...(TOROGOZ_PRINTER !== undefined && { printer: TOROGOZ_PRINTER }),
    ...(OCOTE_ENVIRONMENT !== undefined && { fiscal: OCOTE_ENVIRONMENT }),
  })
}
