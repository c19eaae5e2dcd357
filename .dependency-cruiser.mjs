// The rules come from layers.ts; here is only how to look.
import { importRules } from './scripts/import-rules.ts'

export default {
  forbidden: importRules,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // a type import is an import: it binds the reader as well
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
