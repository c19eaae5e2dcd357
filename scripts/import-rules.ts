/**
 * The import rules, made from `layers.ts` so that the list is the architecture.
 *
 * Tests may reach across layers (they need a real store), but no one may import a test. A test is `*.test.ts`.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser'
import { forbiddenModules, kernelCapabilities, type Layer, mayImport, withoutPackages } from '../layers.ts'

const testFiles = '\\.test\\.tsx?$'
const packagesAndNode = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'] as const
const layers = Object.keys(mayImport).filter((name): name is Layer => name in mayImport)

/** One rule a layer: of ours it may reach itself and what `mayImport` names. */
const layerRules: readonly IForbiddenRuleType[] = layers.map((layer) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import ${[layer, ...mayImport[layer]].join(', ')} (layers.ts)`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: testFiles },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...mayImport[layer]].join('|')})/` },
}))

/** One rule a kernel capability: it may reach itself and those before it in the list. */
const capabilityRules: readonly IForbiddenRuleType[] = kernelCapabilities.map((capability, i) => ({
  name: `kernel-${capability}`,
  comment: `src/kernel/${capability} may import ${kernelCapabilities.slice(0, i + 1).join(', ')} (layers.ts)`,
  severity: 'error',
  from: { path: `^src/kernel/${capability}/`, pathNot: testFiles },
  to: { path: '^src/kernel/', pathNot: `^src/kernel/(${kernelCapabilities.slice(0, i + 1).join('|')})/` },
}))

const packageRules: readonly IForbiddenRuleType[] = withoutPackages.map((layer) => ({
  name: `no-package-in-${layer}`,
  comment: `src/${layer} is pure: no package, no module of Node (layers.ts)`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: testFiles },
  to: { dependencyTypes: [...packagesAndNode] },
}))

/** Matched both as written and as installed: `hono/streaming` is the file `hono/dist/helper/streaming/index.js`. */
const moduleRules: readonly IForbiddenRuleType[] = forbiddenModules.map(({ module, reason }) => {
  const [pack = module, inner = ''] = module.split('/')
  return {
    name: `never-${pack}-${inner}`,
    comment: `${module} ${reason} (layers.ts)`,
    severity: 'error',
    from: {},
    to: { path: [`^${pack}/${inner}`, `node_modules/${pack}/dist/(helper|middleware)/${inner}`] },
  }
})

const ownRules: readonly IForbiddenRuleType[] = [
  {
    name: 'kernel-folder-unlisted',
    comment: 'a kernel capability takes its place in kernelCapabilities of layers.ts first',
    severity: 'error',
    from: {},
    to: { path: '^src/kernel/', pathNot: `^src/kernel/(${kernelCapabilities.join('|')})/` },
  },
  {
    name: 'only-the-store-speaks-sql',
    comment: 'database packages belong to src/store',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/store/', testFiles] },
    to: { path: 'node_modules/(kysely|pg|pg-copy-streams|@electric-sql)/' },
  },
  {
    name: 'no-import-of-tests',
    comment: 'what a test shows must not be needed by the product',
    severity: 'error',
    from: { path: '^src/', pathNot: testFiles },
    to: { path: ['^test/', testFiles] },
  },
  {
    name: 'no-tool-in-product',
    comment: 'the product runs without devDependencies; islands are bundled ahead',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/web/', testFiles] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'no-circle',
    comment: 'two files that need each other are one file',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolved',
    comment: 'an import that resolves to nothing',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

export const importRules: IForbiddenRuleType[] = [...layerRules, ...capabilityRules, ...packageRules, ...moduleRules, ...ownRules]
