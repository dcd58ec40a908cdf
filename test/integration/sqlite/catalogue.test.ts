import { expect, test } from 'vitest'
import { sqliteCatalogue } from '#adapters/sqlite/catalogue.ts'
import type { Product } from '#domain/product/product.ts'
import { aTill } from '../../unit/application/a-till.ts'

const aProduct = (code: string, name: string, category = 'Abarrotes'): Product => ({
  code,
  name,
  category,
  unit: 'unit',
  unitPrice: 55_000,
  tile: 0,
})

const PRODUCTS = [
  aProduct('2000000000015', 'Café molido 400 g'),
  aProduct('2000000000022', 'Dulce de café'),
  aProduct('2000000000039', 'Piña en almíbar', 'Frutas'),
  aProduct('7', 'Atún "Ñandú" (lata)', 'Conservas'),
  aProduct('CAF-1', 'Filtros de papel', 'Hogar'),
]

const aCatalogue = (products: readonly Product[] = PRODUCTS) => {
  const till = aTill()
  const catalogue = sqliteCatalogue(till.connection)
  catalogue.save(products)
  return { till, catalogue }
}

test.each([
  ['cafe', ['Café molido 400 g', 'Dulce de café']],
  ['CAFÉ', ['Café molido 400 g', 'Dulce de café']],
  ['mol caf', ['Café molido 400 g']],
  ['pina', ['Piña en almíbar']],
  ['pi', ['Piña en almíbar']],
  ['  almí ', ['Piña en almíbar']],
  ['nandu', ['Atún "Ñandú" (lata)']],
  ['"ñandú"', ['Atún "Ñandú" (lata)']],
  ['(lata)', ['Atún "Ñandú" (lata)']],
  ['CAF', ['Filtros de papel', 'Café molido 400 g', 'Dulce de café']],
  ['20000', ['Café molido 400 g', 'Dulce de café', 'Piña en almíbar']],
  ['afé', []],
  ['c', []],
  ['', []],
  ['   ', []],
  ['cafe OR pina', []],
  ['cafe NOT molido', []],
  ['NEAR(cafe pina)', []],
  ['"', []],
  ['""', []],
  ['--', []],
  ["'; DROP TABLE product", []],
  ['folded_name:cafe', []],
  ['ñ', []],
])('a search for %j', (text, names) => {
  const { catalogue } = aCatalogue()
  expect(catalogue.search(text).map(({ name }) => name)).toEqual(names)
})

test('at most twenty, the ones that begin with what was typed first, whatever their place among many', () => {
  const many = Array.from({ length: 100 }, (_, index) => aProduct(`A${index}`, `Bolsa ${index} de azúcar`))
  const { catalogue } = aCatalogue([...many, aProduct('Z', 'Azúcar morena')])
  const found = catalogue.search('azucar').map(({ name }) => name)
  expect([found.length, found[0]]).toEqual([20, 'Azúcar morena'])
})

test('a product is found by its whole code alone', () => {
  const { catalogue } = aCatalogue()
  expect([catalogue.find(' 7 ')?.name, catalogue.find('2000'), catalogue.find('')]).toEqual([
    'Atún "Ñandú" (lata)',
    null,
    null,
  ])
})

test('a known code is replaced, and no longer found by its old name', () => {
  const { catalogue } = aCatalogue()
  expect(catalogue.save([aProduct('7', 'Sardina', 'Conservas')])).toBe(1)
  expect([catalogue.count(), catalogue.search('atun'), catalogue.search('sardina').map(({ code }) => code)]).toEqual([
    5,
    [],
    ['7'],
  ])
})

test('categories come in the order of the shop, and so do their products', () => {
  const { catalogue } = aCatalogue()
  expect([catalogue.categories(), catalogue.inCategory('Abarrotes').map(({ code }) => code)]).toEqual([
    ['Abarrotes', 'Frutas', 'Conservas', 'Hogar'],
    ['2000000000015', '2000000000022'],
  ])
})

test('a catalogue is saved whole or not at all', () => {
  const { catalogue } = aCatalogue([])
  expect(() => catalogue.save([aProduct('1', 'Bien'), { ...aProduct('2', 'Mal'), tile: 9 }])).toThrow('CHECK')
  expect(catalogue.count()).toBe(0)
})

test('searching by name and by code walks an index', () => {
  const { till } = aCatalogue()
  const planOf = (sql: string, ...parameters: unknown[]) =>
    till.connection
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map((row) => (row as { detail: string }).detail)
  expect([
    planOf(
      'SELECT p.name FROM product_search s JOIN product p ON p.product_id = s.rowid WHERE product_search MATCH ? LIMIT 60',
      '"ca"*',
    ),
    planOf('SELECT p.name FROM product p WHERE p.code >= ? AND p.code < ? ORDER BY p.code LIMIT 20', 'a', 'b'),
    planOf('SELECT p.name FROM product p WHERE p.category = ? ORDER BY p.position LIMIT 200', 'a'),
  ]).toEqual([
    [expect.stringMatching(/^SCAN s VIRTUAL TABLE INDEX/), 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)'],
    [expect.stringMatching(/^SEARCH p USING INDEX sqlite_autoindex_product_1/)],
    [expect.stringMatching(/^SEARCH p USING INDEX product_by_category/)],
  ])
})
