import { z } from 'zod'

/** Formats of a DTE, as MH's documentation words them; written for the tests, apart from the simulator. */

/** A number of at most so many decimals, zero or more. */
const decimals = (places: number) =>
  z
    .number()
    .nonnegative()
    .refine((value) => Number(value.toFixed(places)) === value, `more than ${places} decimals`)

export const itemAmount = decimals(8)
export const total = decimals(2)

export const generationCode = z.string().regex(/^[A-F0-9]{8}(-[A-F0-9]{4}){3}-[A-F0-9]{12}$/)
export const day = z.iso.date()
const nit = z.string().regex(/^(\d{14}|\d{9})$/)
const nrc = z.string().regex(/^\d{1,8}$/)
const activity = z.string().regex(/^\d{5}$/)
const phone = z.string().min(8).max(30)

const address = z.strictObject({
  departamento: z.string().regex(/^(0[1-9]|1[0-4])$/),
  municipio: z.string().regex(/^\d{2}$/),
  complemento: z.string().min(1).max(200),
})

export const identification = (type: string, version: number, reason = 'motivoContin') =>
  z.strictObject({
    version: z.literal(version),
    ambiente: z.enum(['00', '01']),
    tipoDte: z.literal(type),
    numeroControl: z.string().regex(new RegExp(`^DTE-${type}-[A-Z0-9]{8}-\\d{15}$`)),
    codigoGeneracion: generationCode,
    tipoModelo: z.literal(1),
    tipoOperacion: z.literal(1),
    tipoContingencia: z.null(),
    [reason]: z.null(),
    fecEmi: day,
    horEmi: z.iso.time({ precision: 0 }),
    tipoMoneda: z.literal('USD'),
  })

const issuerFields = {
  nit,
  nrc,
  nombre: z.string().min(3),
  codActividad: activity,
  descActividad: z.string().min(5),
  direccion: address,
  telefono: phone,
  correo: z.email(),
}
const tradeFields = { nombreComercial: z.string(), tipoEstablecimiento: z.enum(['01', '02', '04', '07', '20']) }
const pointOfSale = {
  codEstableMH: z.string().length(4),
  codEstable: z.string().length(4),
  codPuntoVentaMH: z.string().length(4),
  codPuntoVenta: z.string().min(1),
}

/** `emisor` of a 01 and a 03; that of a 05 names no point of sale, that of a 14 no establishment. */
export const issuer = z.strictObject({ ...issuerFields, ...tradeFields, ...pointOfSale })
export const noteIssuer = z.strictObject({ ...issuerFields, ...tradeFields })
export const buyingIssuer = z.strictObject({ ...issuerFields, ...pointOfSale })
export const exporter = z.strictObject({
  ...issuerFields,
  ...tradeFields,
  ...pointOfSale,
  tipoItemExpor: z.literal(1),
  recintoFiscal: z.null(),
  regimen: z.null(),
})

const reached = { telefono: phone.nullable(), correo: z.email().nullable() }
const activityFields = { codActividad: activity.nullable(), descActividad: z.string().min(5).nullable() }
const documentFields = {
  tipoDocumento: z.enum(['36', '13', '02', '03', '37']).nullable(),
  numDocumento: z.string().min(3).max(20).nullable(),
}
const place = { direccion: address.nullable() }
const named = { nombre: z.string().min(1).max(250) }

export const buyer = z.strictObject({
  ...documentFields,
  nrc: nrc.nullable(),
  ...named,
  ...activityFields,
  ...place,
  ...reached,
})
export const taxpayer = z.strictObject({
  nit,
  nrc,
  ...named,
  ...activityFields,
  nombreComercial: z.null(),
  ...place,
  ...reached,
})
export const importer = z.strictObject({
  ...named,
  ...documentFields,
  nombreComercial: z.null(),
  codPais: z.string().length(4),
  nombrePais: z.string(),
  complemento: z.string().nullable(),
  tipoPersona: z.union([z.literal(1), z.literal(2)]),
  descActividad: activityFields.descActividad,
  ...reached,
})
export const excludedSubject = z.strictObject({
  tipoDocumento: documentFields.tipoDocumento.unwrap(),
  numDocumento: documentFields.numDocumento.unwrap(),
  ...named,
  ...activityFields,
  ...place,
  ...reached,
})
