import path from 'node:path'
import { cruiseLayers } from './cruise-layers.ts'

const report = await cruiseLayers(path.resolve(import.meta.dirname, '../..'))
for (const violation of report.violations) console.error(violation)
console.log(`${report.files} source files, ${report.seen} modules read, ${report.violations.length} violations`)
process.exitCode = report.violations.length === 0 ? 0 : 1
