import { z } from 'zod'
import { ok, refuse } from '../../../base/result.ts'
import { KEEPS } from '../../../kernel/dataset/describe.ts'
import type { PeoplePorts } from '../../access/ports.ts'
import { operation } from '../../operation.ts'
import { id } from '../../values.ts'
import { noImport } from '../refusals.ts'
import type { ImportPorts } from './ports.ts'
import { importView, shownImport } from './views.ts'

/** One import: what was read, how far it is, what was wrong. */
export const importGet = operation({
  name: 'import.get',
  kind: 'query',
  access: KEEPS,
  summary: { vi: 'Một lần nhập', en: 'One import' },
  input: z.strictObject({ id }),
  output: importView,
  rest: { method: 'GET', path: '/dataset-imports/{id}' },
  async run(ports: ImportPorts & PeoplePorts, context, given) {
    const one = await ports.imports.get(given.id)
    if (one === null) return refuse(noImport(context.language))
    const names = await ports.people.namesOf([one.madeBy])
    return ok(shownImport(one, names, context))
  },
})
