import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Who may see whom: the table of src/README.md, one line a layer. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  application: ['domain'],
  contract: ['domain'],
  adapters: ['application/ports', 'domain'],
  engine: ['adapters', 'application', 'contract', 'domain'],
  simulator: [],
  training: ['simulator', 'engine', 'domain'],
  main: ['engine', 'contract', 'training', 'server'],
  preload: [],
  server: ['engine', 'contract', 'training'],
  cli: ['engine', 'contract', 'training', 'simulator', 'domain'],
  renderer: ['contract', 'domain'],
}

/** Packages with one home; every other package may be used where package.json's dependencies allow it. */
const HOMES: Readonly<Record<string, string>> = {
  'better-sqlite3': '^src/adapters/sqlite/',
  undici: '^src/adapters/ocote/',
  escpos: '^src/adapters/printing/',
  '@hyzyla/pdfium': '^src/adapters/printing/',
  '@napi-rs/keyring': '^src/adapters/secrets/',
  electron: '^src/(main|preload)/',
  react: '^src/renderer/',
  'react-dom': '^src/renderer/',
  '@tanstack/[^/]+': '^src/renderer/',
  hono: '^src/simulator/',
  pdfkit: '^src/simulator/',
  yazl: '^src/adapters/system/',
  zod: '^src/(contract|adapters|engine|cli|server)/',
}

const layerRule = ([layer, mayBeSeen]: readonly [string, readonly string[]]): IForbiddenRuleType => ({
  name: `layer-${layer}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [layer, ...mayBeSeen].map((seen) => `^src/${seen}/`) },
})

const homeRule = ([name, home]: readonly [string, string]): IForbiddenRuleType => ({
  name: `home-of-${name.replaceAll(/[^a-z0-9-]/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: `node_modules/${name}/` },
})

const strangers = (folder: string): IForbiddenRuleType => ({
  name: `strangers-in-${folder.split('/').at(-1)}`,
  severity: 'error',
  from: { path: `^src/${folder}/([^/]+)/` },
  to: { path: `^src/${folder}/([^/]+)/`, pathNot: `^src/${folder}/$1/` },
})

export const forbidden: readonly IForbiddenRuleType[] = [
  ...Object.entries(LAYERS).map(layerRule),
  ...Object.entries(HOMES).map(homeRule),
  strangers('adapters'),
  strangers('renderer/features'),
  { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'listed-packages-only',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
  },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'pure-layers-need-no-node',
    severity: 'error',
    from: { path: '^src/(domain|application|contract|renderer)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-layers-need-no-package',
    severity: 'error',
    from: { path: '^src/(domain|application)/' },
    to: { path: 'node_modules/' },
  },
  { name: 'tests-stay-outside', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|build)/' } },
]
