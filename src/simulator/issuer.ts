/** Who issues the documents. The names are what is printed; the numbers are written without hyphens. */
export type Issuer = {
  readonly tradeName: string
  readonly name: string
  readonly nit: string
  readonly nrc: string
  readonly activityCode: string
  readonly activity: string
  readonly departmentCode: string
  readonly municipalityCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

/** Invented, and meant to look it: no company has these numbers. */
export const sampleIssuer: Issuer = {
  tradeName: 'Tienda Demo',
  name: 'Comercial de Ejemplo, S.A. de C.V.',
  nit: '06140000000000',
  nrc: '0000000',
  activityCode: '47119',
  activity: 'Almacenes (venta de diversos artículos)',
  departmentCode: '06',
  municipalityCode: '23',
  address: 'Calle de Ejemplo 123, San Salvador',
  phone: '22000000',
  email: 'ventas@tienda-demo.example',
}
