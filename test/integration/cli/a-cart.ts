/** Three lines as a script writes them: 13.61, paid with 20. */
export const CART = {
  lines: [
    { description: 'Café molido', quantity: 2, unit_price: 5.5 },
    { description: 'Queso fresco', quantity: 0.455, unit_price: 3.75 },
    { description: 'Jabón', quantity: 1, unit_price: 1, discount_percentage: 10 },
  ],
  tenders: [{ method: '01', amount: 20 }],
}

/** A buyer that withholds, as a script writes it. */
export const LARGE = {
  name: 'Institución de Prueba',
  nit: '0614-290299-001-9',
  nrc: '123456-7',
  type_contributor: 4,
  email: 'compras@ejemplo.test',
  activity_code: '46900',
  department: '06',
  municipality: '23',
  address: 'Avenida de Prueba 1',
}
