import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { documentStatesPage } from './draw-document-states.ts'

writeFileSync(path.resolve(import.meta.dirname, '../../docs/document-states.md'), documentStatesPage())
