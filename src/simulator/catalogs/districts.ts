import { createHash } from 'node:crypto'
import { DEPARTMENTS } from './departments.ts'
import { MOST_ROWS, matches } from './matches.ts'

export type District = {
  readonly id: string
  readonly name: string
  readonly municipality: { readonly code: string; readonly name: string }
  readonly department: { readonly code: string; readonly name: string }
}

/** Some of CAT-008, by the code of their municipality. */
const BY_MUNICIPALITY: Readonly<Record<string, readonly string[]>> = {
  '0114': ['Ahuachapán', 'Apaneca', 'Concepción de Ataco', 'Tacuba'],
  '0113': ['Atiquizaya', 'El Refugio', 'San Lorenzo', 'Turín'],
  '0215': ['Santa Ana'],
  '0214': ['Metapán', 'Masahuat', 'Texistepeque'],
  '0217': ['Chalchuapa', 'El Porvenir', 'Candelaria de la Frontera'],
  '0318': ['Sonsonate', 'Nahulingo', 'Sonzacate'],
  '0320': ['Acajutla'],
  '0319': ['Izalco', 'Armenia', 'Juayúa', 'Nahuizalco'],
  '0436': ['Chalatenango', 'Concepción Quezaltepeque'],
  '0434': ['La Palma', 'San Ignacio', 'Citalá'],
  '0528': ['Santa Tecla', 'Comasagua'],
  '0526': ['Antiguo Cuscatlán', 'Nuevo Cuscatlán', 'San José Villanueva', 'Zaragoza', 'Huizúcar'],
  '0527': ['La Libertad', 'Tamanique', 'Chiltiupán'],
  '0524': ['Ciudad Arce', 'San Juan Opico'],
  '0623': ['San Salvador', 'Mejicanos', 'Ayutuxtepeque', 'Cuscatancingo', 'Ciudad Delgado'],
  '0622': ['Ilopango', 'San Martín', 'Soyapango', 'Tonacatepeque'],
  '0621': ['Apopa', 'Nejapa'],
  '0624': ['Panchimalco', 'San Marcos', 'Santo Tomás', 'Santiago Texacuangos', 'Rosario de Mora'],
  '0718': ['Cojutepeque', 'San Rafael Cedros', 'Tenancingo'],
  '0717': ['Suchitoto', 'San Pedro Perulapán'],
  '0824': ['El Rosario'],
  '0825': ['Zacatecoluca', 'San Rafael Obrajuelo'],
  '0911': ['Sensuntepeque', 'Victoria'],
  '0910': ['Ilobasco', 'Tejutepeque'],
  '1015': ['San Vicente', 'Tecoluca', 'Guadalupe'],
  '1125': ['Usulután', 'Santa María', 'Jucuarán'],
  '1126': ['Jiquilisco', 'Puerto El Triunfo'],
  '1222': ['San Miguel', 'Chirilagua', 'Moncagua'],
  '1328': ['San Francisco Gotera', 'Jocoro'],
  '1327': ['Perquín', 'Corinto'],
  '1420': ['La Unión', 'Conchagua', 'Intipucá'],
  '1419': ['Santa Rosa de Lima', 'Anamorós'],
}

/** The same district has the same UUID in every run. */
const uuidOf = (key: string): string => {
  const hex = createHash('sha256').update(`district/${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export const DISTRICTS: readonly District[] = DEPARTMENTS.flatMap(({ code, name, municipalities }) =>
  municipalities.flatMap((municipality) =>
    (BY_MUNICIPALITY[municipality.code] ?? []).map((district) => ({
      id: uuidOf(`${municipality.code}/${district}`),
      name: district,
      municipality: { code: municipality.code, name: municipality.name },
      department: { code, name },
    })),
  ),
)

/** Districts by their name or their municipality's. Assumption: the shape of a row, beyond its UUID. */
export const searchDistricts = (search: string): readonly District[] =>
  DISTRICTS.filter(({ name, municipality }) => matches(search, name, municipality.name)).slice(0, MOST_ROWS)
