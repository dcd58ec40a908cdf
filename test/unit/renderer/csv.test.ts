import { expect, test } from 'vitest'
import { csvFile, csvLine } from '../../../src/renderer/ui/csv.ts'

test.each([
  [['000001', 'Emitida', '5.50', 3, null], '000001,Emitida,5.50,3,\r\n'],
  [['Peña, María', 'dijo "sí"', 'dos\nlíneas'], '"Peña, María","dijo ""sí""","dos\nlíneas"\r\n'],
  [['=1+1', '+503', '-5', '@SUM(A1)', '\t=1', -5], `'=1+1,'+503,'-5,'@SUM(A1),'\t=1,-5\r\n`],
  [['-16.95', '-16.95+1', '-A1.95'], `-16.95,'-16.95+1,'-A1.95\r\n`],
  [['=HYPERLINK("x","y")'], `"'=HYPERLINK(""x"",""y"")"\r\n`],
  [[], '\r\n'],
])('the cells %j are the record %j', (cells, expected) => {
  expect(csvLine(cells)).toBe(expected)
})

test('the file begins with the mark that tells a spreadsheet it is UTF-8', async () => {
  const file = csvFile([csvLine(['Año']), csvLine(['Ñandú'])])
  expect([file.type, [...(await file.bytes()).slice(0, 3)], await file.text()]).toEqual([
    'text/csv;charset=utf-8',
    [0xef, 0xbb, 0xbf],
    'Año\r\nÑandú\r\n',
  ])
})
