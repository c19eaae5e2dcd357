import { expect, test } from 'vitest'
import { noFiles } from '../../../test/support/no-files.ts'
import { OPERATOR } from '../../kernel/access/who.ts'
import { datasetFileDoor } from './dataset-files.ts'
import { datasetUploadDoor } from './dataset-uploads.ts'
import { fileDoors } from './file-doors.ts'
import { fileDoor } from './files.ts'
import { openApi } from './openapi.ts'

const deps = { files: noFiles, now: () => new Date('2026-09-01T02:00:00Z'), whoOf: async () => OPERATOR }
const { paths } = openApi([], '0') as { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> }

// 27-11-2026: the first step of an import by REST stood nowhere
test('[DAT-105] every address of files that answers is in OpenAPI, and OpenAPI has no other', () => {
  const answering = [fileDoor(deps), datasetFileDoor(deps), datasetUploadDoor(deps)]
    .flatMap((door) => door.routes)
    .filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{.*?\}+)?(?=\/|$)/g, '{$1}')}`)
  const told = Object.entries(paths).flatMap(([path, one]) => Object.keys(one).map((method) => `${method.toUpperCase()} ${path}`))
  expect(told.toSorted()).toEqual([...new Set(answering)].toSorted())
})

test('[DAT-105] what is sent and what is answered is said', () => {
  expect(paths['/api/v1/dataset-files']?.['put']).toMatchObject({
    operationId: 'dataset-file.keep',
    parameters: [{ name: 'name', in: 'query', required: true }],
    requestBody: { content: { 'application/octet-stream': {} } },
    responses: { 200: { content: { 'application/json': { schema: { required: ['sha256', 'size', 'mediaType'] } } } } },
  })
  expect(new Set(fileDoors.map(({ name }) => name)).size).toBe(fileDoors.length)
})
