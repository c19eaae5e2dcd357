/**
 * The architecture, as data.
 *
 * The order of layers and of kernel capabilities is written here once; the import rules of dependency-cruiser are made
 * from it (`scripts/import-rules.ts`), and `test/guards.test.ts` plants each kind of breach and expects it refused.
 * A layer may import itself and what `mayImport` names; a kernel capability may import itself and those before it.
 */
export type Layer = 'base' | 'kernel' | 'operations' | 'store' | 'doors' | 'jobs' | 'web' | 'main'

export const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  base: [],
  kernel: ['base'],
  operations: ['base', 'kernel'],
  store: ['base', 'kernel', 'operations'],
  doors: ['base', 'kernel', 'operations'],
  jobs: ['base', 'kernel', 'operations'],
  web: ['base'],
  main: ['base', 'kernel', 'operations', 'store', 'doors', 'jobs'],
}

/** Each may import those before it. The list reads as the table of contents of the field. */
export const kernelCapabilities = [
  'period',
  'place',
  'organisation',
  'access',
  'document',
  'directive',
  'task',
  'dataset',
  'notice',
] as const

/** Layers that may import no package and no module of Node. */
export const withoutPackages: readonly Layer[] = ['base', 'kernel']

/** Modules nobody may import, with the reason. */
export const forbiddenModules = [
  { module: 'hono/streaming', reason: 'turns a download that failed into one that looks complete' },
  { module: 'hono/jwt', reason: 'sessions are our own' },
  { module: 'hono/cors', reason: 'origins are our own' },
] as const
