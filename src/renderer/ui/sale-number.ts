/** "000042": as it is printed and spoken of. */
export const saleNumberText = (saleNumber: number): string => String(saleNumber).padStart(6, '0')
