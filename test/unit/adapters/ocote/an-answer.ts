/** The stamped answer of the API contract, §4, to a sale over 11.00. */
export const aWireAnswer = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  success: true,
  dte_success: true,
  contingency: false,
  rejected: false,
  posted: true,
  is_duplicate: false,
  document_id: '0d9bd12e-0000-4000-8000-000000000001',
  external_ref: 'REF-1',
  control_number: 'DTE-01-M001P001-000000000000001',
  generation_code: 'A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D',
  reception_stamp: '2026A1B2C3D4E5F60718293A4B5C6D7E8F901234',
  dte_state: 'PROCESADO',
  dte_message: 'RECIBIDO',
  observaciones: [],
  codigo_msg: '001',
  amount_taxable: 9.73,
  amount_vat: 1.27,
  amount_gross: 11.0,
  ticket_url: 'https://ocote.io/t',
  invoice_url: 'https://ocote.io/i',
  json_url: 'https://ocote.io/j',
  ...changes,
})

export const CONTINGENCY = { dte_success: false, contingency: true, reception_stamp: '', dte_state: '', codigo_msg: '' }
export const REJECTED = {
  success: false,
  dte_success: false,
  rejected: true,
  reception_stamp: '',
  dte_state: 'RECHAZADO',
  codigo_msg: '096',
  observaciones: ['Campo #/receptor/correo no cumple el formato requerido'],
}
