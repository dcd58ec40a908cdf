import { MOST_ROWS, matches } from './matches.ts'

/** Some of CAT-019, for shops: enough to search in, not the official list. */
const ACTIVITIES: Readonly<Record<string, string>> = {
  '10005': 'Otros',
  '10711': 'Elaboración de pan y otros productos de panadería',
  '45301': 'Venta de partes, piezas y accesorios nuevos para vehículos automotores',
  '46900': 'Venta al por mayor de otros productos',
  '47111': 'Venta en supermercados',
  '47112': 'Venta en tiendas de artículos de primera necesidad',
  '47119': 'Almacenes (venta de diversos artículos)',
  '47190': 'Venta al por menor de otros productos en comercios no especializados',
  '47211': 'Venta al por menor de frutas y hortalizas',
  '47212': 'Venta al por menor de carnes, embutidos y productos de granja',
  '47213': 'Venta al por menor de pescado y mariscos',
  '47214': 'Venta al por menor de productos lácteos',
  '47215': 'Venta al por menor de productos de panadería, repostería y galletas',
  '47216': 'Venta al por menor de huevos',
  '47217': 'Venta al por menor de carnes y productos cárnicos',
  '47218': 'Venta al por menor de granos básicos y otros',
  '47219': 'Venta al por menor de alimentos n.c.p.',
  '47221': 'Venta al por menor de hielo',
  '47230': 'Venta al por menor de productos de tabaco',
  '47300': 'Venta de combustibles, lubricantes y otros (gasolineras)',
  '47411': 'Venta al por menor de computadoras y equipo periférico',
  '47412': 'Venta de equipo y accesorios de telecomunicación',
  '47420': 'Venta al por menor de equipo de audio y video',
  '47510': 'Venta al por menor de hilados, tejidos y productos textiles',
  '47521': 'Venta al por menor de productos de madera',
  '47522': 'Venta al por menor de artículos de ferretería',
  '47523': 'Venta al por menor de productos de pinturerías',
  '47524': 'Venta al por menor en vidrierías',
  '47529': 'Venta al por menor de materiales de construcción y artículos conexos',
  '47591': 'Venta al por menor de muebles y accesorios',
  '47592': 'Venta al por menor de artículos de bazar',
  '47593': 'Venta al por menor de aparatos electrodomésticos, repuestos y accesorios',
  '47594': 'Venta al por menor de artículos eléctricos y de iluminación',
  '47610': 'Venta al por menor de libros, periódicos y artículos de papelería',
  '47630': 'Venta al por menor de productos y equipos de deporte',
  '47640': 'Venta al por menor de juegos y juguetes',
  '47711': 'Venta al por menor de prendas de vestir y accesorios',
  '47712': 'Venta al por menor de calzado',
  '47721': 'Venta al por menor de medicamentos farmacéuticos y otros materiales',
  '47722': 'Venta al por menor de productos cosméticos y de tocador',
  '56101': 'Restaurantes',
  '56106': 'Pupusería',
  '62010': 'Programación informática',
  '96021': 'Peluquerías y tratamientos de belleza',
}

export type Activity = { readonly code: string; readonly description: string }

/** Economic activities whose code or description contains the search. */
export const searchActivities = (search: string): readonly Activity[] =>
  Object.entries(ACTIVITIES)
    .map(([code, description]) => ({ code, description }))
    .filter(({ code, description }) => matches(search, code, description))
    .slice(0, MOST_ROWS)

/** The description of a code, or null where this selection lacks it. */
export const activityOf = (code: string): string | null => ACTIVITIES[code] ?? null
