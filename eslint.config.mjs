// Five rules that need types; everything else about shape and style is Biome's. Biome's own noFloatingPromises was tried
// and missed `db.deleteFrom('t').execute()` without await and `forEach(async …)`; these find both.
import tseslint from 'typescript-eslint'

export default [
  { ignores: ['node_modules/', '.cache/', 'data/', 'docs/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      // A `default` branch counts as an answer: the unions of packages (Zod's issue codes) grow without us.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
]
