/** The month for the accountant. */
export const month = {
  open: 'Exportar el mes',
  busy: 'Exportando…',
  month: 'Mes',
  done: '{{documents}} documentos y {{files}} archivos, con su índice, en {{file}}',
  whole: 'No falta ningún archivo.',
  missing_one: 'Falta {{count}} archivo: está en la columna Faltantes del índice y se volvió a pedir.',
  missing_other: 'Faltan {{count}} archivos: están en la columna Faltantes del índice y se volvieron a pedir.',
  fetch: 'Traer lo que falta y los PDF carta',
  wished_one: '{{count}} archivo por traer: llega cuando ninguna venta usa la línea. Exporte de nuevo después.',
  wished_other: '{{count}} archivos por traer: llegan cuando ninguna venta usa la línea. Exporte de nuevo después.',
  hint: 'Todos los documentos emitidos con fecha fiscal de ese mes, sus archivos y un índice para el contador.',
}
