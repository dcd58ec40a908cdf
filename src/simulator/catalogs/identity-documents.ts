/** CAT-022, with the names as they are printed. */
export const IDENTITY_DOCUMENTS: Readonly<Record<string, string>> = {
  '36': 'NIT',
  '13': 'DUI',
  '37': 'Documento',
  '03': 'Pasaporte',
  '02': 'Carnet de residente',
}
