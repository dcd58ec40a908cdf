/** "000042": as it is printed and spoken of. */
export const saleNumberText = (saleNumber: number): string => String(saleNumber).padStart(6, '0')

const RUNNING_NUMBER = /-(\d{6,})-[^-]+$/

/** The same of a document that is known by its ref alone; a ref that has none says itself. */
export const numberInRef = (externalRef: string): string => RUNNING_NUMBER.exec(externalRef)?.[1] ?? externalRef
