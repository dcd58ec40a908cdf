import { globSync } from 'node:fs'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden } from './rules.ts'

export type LayerReport = { readonly violations: readonly string[]; readonly seen: number; readonly files: number }

/**
 * Holds the tree under `root` (which has `src/` and `package.json`) against the layer rules. A cruise that saw fewer modules
 * than there are source files proves nothing, so it is reported as a violation of its own.
 */
export const cruiseLayers = async (root: string): Promise<LayerReport> => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.d.ts'] }).map((file) => path.normalize(file))
  const { output } = await cruise(
    ['src'],
    {
      baseDir: root,
      ruleSet: { forbidden: [...forbidden] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  )
  const result = output as ICruiseResult
  const seen = new Set(result.modules.map((module) => module.source))
  const unseen = files.filter((file) => !seen.has(file))
  const violations = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  return {
    violations: [...violations, ...unseen.map((file) => `not-seen: ${file} was not read by the cruise`)],
    seen: seen.size,
    files: files.length,
  }
}
