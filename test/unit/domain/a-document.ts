import type { IssuedFacts } from '#domain/document/issued-facts.ts'

/** What the API says of a document over 11.00 that was stamped. */
export const issuedFacts = (changes: Partial<IssuedFacts> = {}): IssuedFacts => ({
  documentId: '0d9bd12e-0000-4000-8000-000000000001',
  controlNumber: 'DTE-01-M001P001-000000000000001',
  generationCode: 'A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D',
  receptionStamp: '2026A1B2C3D4E5F60718293A4B5C6D7E8F901234',
  amounts: { taxable: 973, vat: 127, gross: 1100, withheld: null },
  isDuplicate: false,
  ...changes,
})
