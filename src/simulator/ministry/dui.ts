/** Whether the text is a DUI as MH takes it: NNNNNNNN-N with its check digit; 00000000-0 is nobody's. */
export const isValidDui = (text: string): boolean => {
  if (!/^\d{8}-\d$/.test(text) || text === '00000000-0') return false
  const sum = [...text.slice(0, 8)].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0)
  return (10 - (sum % 10)) % 10 === Number(text.slice(9))
}
