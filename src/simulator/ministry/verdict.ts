/** What MH said of a document. `code` and `observations` go out as codigo_msg and observaciones. */
export type Verdict = {
  readonly accepted: boolean
  readonly code: string
  readonly message: string
  readonly observations: readonly string[]
}

export const accepted: Verdict = { accepted: true, code: '001', message: 'RECIBIDO', observations: [] }

/** Source: Ocote API contract, §4, list of MH's codes. */
const MESSAGES: Readonly<Record<string, string>> = {
  '004': 'EL CÓDIGO DE GENERACIÓN YA FUE PROCESADO',
  '005': 'EMISOR NO AUTORIZADO',
  '006': 'FIRMA INVÁLIDA O VENCIDA',
  '089': 'CÓDIGO DE ACTIVIDAD ECONÓMICA NO VÁLIDO',
  '092': 'TIPO DE DOCUMENTO DEL RECEPTOR NO VÁLIDO',
  '094': 'NÚMERO DE DOCUMENTO DEL RECEPTOR NO VÁLIDO',
  '095': 'NRC DEL RECEPTOR NO VÁLIDO',
  '096': 'EL DOCUMENTO NO CUMPLE EL ESQUEMA JSON',
  '097': 'FECHA DE EMISIÓN NO VÁLIDA',
  '098': 'EL TOTAL NO COINCIDE CON EL DETALLE',
  '099': 'RETENCIÓN NO VÁLIDA',
}

export const rejected = (code: string, observations: readonly string[]): Verdict => ({
  accepted: false,
  code,
  message: MESSAGES[code] ?? 'DOCUMENTO RECHAZADO',
  observations: [...observations],
})
