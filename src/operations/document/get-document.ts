import { z } from 'zod'
import { ok, refuse } from '../../base/result.ts'
import type { PeoplePorts } from '../access/ports.ts'
import { operation } from '../operation.ts'
import { named } from '../task/named.ts'
import type { TaskPorts } from '../task/ports.ts'
import { id } from '../values.ts'
import type { DocumentPorts } from './ports.ts'
import { documentView } from './views.ts'

/** One document: its text, what it cites, and the tasks read from it. */
export const documentGet = operation({
  name: 'document.get',
  kind: 'query',
  access: 'signed-in',
  summary: { vi: 'Một văn bản với các nhiệm vụ của nó', en: 'One document with its tasks' },
  input: z.strictObject({
    id: id.meta({ description: 'the id, or the part of its address' }),
    tasks: z.enum(['all', 'none']).optional().meta({ description: '`none`: the document without its tasks; all when absent' }),
  }),
  output: documentView,
  rest: { method: 'GET', path: '/documents/{id}' },
  async run(ports: Pick<DocumentPorts, 'documents'> & TaskPorts & PeoplePorts, context, given) {
    const document = await ports.documents.get(given.id)
    if (document === null) return refuse({ code: 'not-found', data: { what: context.language === 'vi' ? 'văn bản' : 'document' } })
    const tasks = given.tasks === 'none' ? [] : await ports.tasks.ofDocument(document.id, context.today)
    const names = await ports.people.namesOf([document.receivedBy])
    return ok({
      ...document,
      receivedBy: names.get(document.receivedBy) ?? document.receivedBy,
      citations: [...document.citations],
      tasks: [...(await named(ports, tasks))],
    })
  },
})
