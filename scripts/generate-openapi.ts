/** Writes docs/api/openapi.json from the registry. node --import tsx scripts/generate-openapi.ts [--check] */
import { readFileSync } from 'node:fs'
import { openApi } from '../src/doors/rest/openapi.ts'
import { registry } from '../src/operations/registry.ts'
import { emit } from './emit.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
await emit('docs/api/openapi.json', JSON.stringify(openApi(registry, version), null, 2))
