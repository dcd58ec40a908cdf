/** CAT-017 as it stands; 06, 07 and 10 are no longer in it. */
export const PAYMENT_METHODS: Readonly<Record<string, string>> = {
  '01': 'Billetes y monedas',
  '02': 'Tarjeta de débito',
  '03': 'Tarjeta de crédito',
  '04': 'Cheque',
  '05': 'Transferencia o depósito bancario',
  '08': 'Dinero electrónico',
  '09': 'Monedero electrónico',
  '11': 'Bitcoin',
  '12': 'Otras criptomonedas',
  '13': 'Cuentas por pagar del receptor',
  '14': 'Giro bancario',
  '99': 'Otros',
}
