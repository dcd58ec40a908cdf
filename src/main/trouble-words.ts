import { randomUUID } from 'node:crypto'
import { openingRefusal } from '#engine/opening-refusal.ts'
import { TillNotOpened } from './till-not-opened.ts'

/** What a dialog says, in the shop's words: what happened, what to do, and what is safe. */
export type Trouble = { readonly title: string; readonly text: string }

const SAFE = 'Sus ventas y documentos guardados no se han tocado.'
const NOT_OPENED = 'Torogoz no pudo abrir la caja'

const SENTENCES: Readonly<Record<string, string>> = {
  till_already_open:
    'La caja ya está abierta en este equipo con estos mismos datos, en otra ventana o en el navegador. Use esa, o ciérrela y vuelva a abrir.',
  environment_invalid: 'Una variable de inicio no es válida. Corríjala y vuelva a abrir.',
  database_newer:
    'Los datos son de una versión más nueva de Torogoz. Instale esa versión: esta no los puede leer sin riesgo.',
  database_unreadable: 'La base de datos no se puede leer. No borre nada y avise a soporte técnico.',
  database_missing:
    'Falta el archivo de datos de la caja. No se creó uno vacío. Vuelva a abrir para recuperar el respaldo más reciente.',
  database_damaged:
    'El archivo de datos de la caja está dañado. Vuelva a abrir para recuperar el respaldo más reciente.',
  database_behind:
    'El archivo de datos termina antes de la última venta que se conoce. Vuelva a abrir para recuperar el respaldo más reciente.',
  database_restoring: 'Se está restaurando un respaldo. Espere a que termine y vuelva a abrir.',
  database_read_only: 'No hay permiso para escribir en la carpeta de datos. Revise sus permisos y vuelva a abrir.',
  data_folder_unusable: 'No se puede usar la carpeta de datos. Revise que exista y que tenga permiso de escritura.',
  database_busy: 'Otro programa está usando los datos de la caja. Ciérrelo y vuelva a abrir.',
  disk_full: 'El disco está lleno. Libere espacio y vuelva a abrir.',
  disk_failed: 'El disco dio un error. No borre nada y avise a soporte técnico.',
}

const known = (cause: unknown): { readonly code: string; readonly detail: string } | null =>
  cause instanceof TillNotOpened ? { code: cause.code, detail: cause.message } : openingRefusal(cause)

/** The log keeps the cause under an id, and the dialog shows the id. */
const unknown = (cause: unknown): string => {
  const id = randomUUID().slice(0, 8)
  const { name, message, stack } = cause instanceof Error ? cause : new Error(String(cause))
  process.stderr.write(`${JSON.stringify({ level: 'error', event: 'unexpected', id, name, message, stack })}\n`)
  return `(${id}: ${message})`
}

/** Why the till did not open. */
export const openingTrouble = (cause: unknown): Trouble => {
  const reason = known(cause)
  const sentence = reason === null ? undefined : SENTENCES[reason.code]
  if (reason === null || sentence === undefined)
    return { title: NOT_OPENED, text: `Ocurrió algo inesperado.\n\n${SAFE}\n\n${unknown(cause)}` }
  const detail = reason.detail === '' ? reason.code : `${reason.code}: ${reason.detail}`
  return { title: NOT_OPENED, text: `${sentence}\n\n${SAFE}\n\n(${detail})` }
}

/** What went wrong while the till was open, and has ended it. */
export const unexpectedTrouble = (cause: unknown): Trouble => ({
  title: 'Torogoz tiene que cerrarse',
  text: `Ocurrió algo inesperado. Vuelva a abrir la caja.\n\nLo que ya decía «Cobrado» está guardado.\n\n${unknown(cause)}`,
})

export const CRASHED_PAGE: Trouble = {
  title: 'La pantalla de la caja falló varias veces',
  text: 'Torogoz se va a cerrar. Vuelva a abrir la caja.\n\nLo que ya decía «Cobrado» está guardado.',
}
