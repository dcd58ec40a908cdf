import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { apiConformancePage } from '../../test/conformance/api-contract/draw-api-contract.ts'
import { documentStatesPage } from './draw-document-states.ts'

const DOCS = path.resolve(import.meta.dirname, '../../docs')

writeFileSync(path.join(DOCS, 'document-states.md'), documentStatesPage())
writeFileSync(path.join(DOCS, 'api-conformance.md'), apiConformancePage())
