import type { Line } from './content.ts'
import { isJsonObject, type Problems, readFields } from './field-reader.ts'

const MOST_LINES = 2_000

const parseLine = (source: unknown, index: number, problems: Problems): Line | null => {
  const path = `lines[${index}]`
  if (!isJsonObject(source)) {
    problems.push(`${path}: debe ser un objeto`)
    return null
  }
  const fields = readFields(source, `${path}.`, problems)
  return {
    description: fields.text('description', { required: true, most: 1_000 }) ?? '',
    quantity: fields.decimal('quantity', { positive: true }),
    unitPrice: fields.decimal('unit_price', { positive: true }),
    discountPercentage: fields.decimal('discount_percentage', { least: 0, most: 99, byDefault: 0 }),
    isService: fields.flag('is_service'),
  }
}

/** The lines of a request; what is wrong with them is added to the problems. Source: Ocote API contract, §3. */
export const parseLines = (source: unknown, problems: Problems): Line[] => {
  if (!Array.isArray(source) || source.length === 0) {
    problems.push('lines: debe contener al menos una línea')
    return []
  }
  if (source.length > MOST_LINES) {
    problems.push(`lines: no puede contener más de ${MOST_LINES} líneas`)
    return []
  }
  return source.map((line, index) => parseLine(line, index, problems)).filter((line) => line !== null)
}
