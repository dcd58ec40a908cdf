import type { DocType } from '../document/document-types.ts'
import type { Issuer } from '../issuer.ts'

type Json = Readonly<Record<string, unknown>>

const POINT_OF_SALE: Json = {
  codEstableMH: 'M001',
  codEstable: 'M001',
  codPuntoVentaMH: 'P001',
  codPuntoVenta: 'P001',
}

/** `emisor` of a DTE: the shop, in a 14 too. */
export const dteEmitter = (issuer: Issuer, docType: DocType): Json => ({
  nit: issuer.nit,
  nrc: issuer.nrc,
  nombre: issuer.name,
  codActividad: issuer.activityCode,
  descActividad: issuer.activity,
  ...(docType !== '14' && { nombreComercial: issuer.tradeName, tipoEstablecimiento: '01' }),
  direccion: { departamento: issuer.departmentCode, municipio: issuer.municipalityCode, complemento: issuer.address },
  telefono: issuer.phone,
  correo: issuer.email,
  ...(docType !== '05' && POINT_OF_SALE),
  ...(docType === '11' && { tipoItemExpor: 1, recintoFiscal: null, regimen: null }),
})
