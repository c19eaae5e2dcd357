import { expect, test } from 'vitest'
import { app } from '../src/doors/app.ts'
import { LOOPBACK } from '../src/doors/guard.ts'
import { pages } from '../src/doors/pages/pages.tsx'
import { Outage } from '../src/operations/outage.ts'
import { registry } from '../src/operations/registry.ts'
import { noFiles } from './support/no-files.ts'
import { tester } from './support/who.ts'

/** What somebody at a door sees while the database is away. */
const call = async (): Promise<never> => {
  throw new Outage({ code: 'database-away' }, new Error('connect ECONNREFUSED 10.0.0.5:5432'))
}
const now = () => new Date('2023-03-10T02:00:00Z')
const whoOf = async () => tester
const logged: object[] = []
const door = app({
  call,
  whoOf,
  files: noFiles,
  operations: registry,
  version: '0',
  allowedHosts: LOOPBACK,
  ready: async () => false,
  now,
  requestId: () => 'thu00001',
  log: (entry) => logged.push(entry),
  pages: pages({ call, whoOf, files: noFiles, settings: { locality: 'Đà Nẵng', version: '0' }, now, report: () => {} }),
})
const ask = (path: string): Promise<Response> =>
  Promise.resolve(door.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } }))

test('[STO-11] REST answers 503 with the sentence and a number to quote; the cause is in the log alone', async () => {
  const answer = await ask('/api/v1/tasks')
  const problem = await answer.json()
  expect(problem).toMatchObject({
    status: 503,
    code: 'database-away',
    detail: expect.stringContaining('không trả lời'),
    instance: 'thu00001',
  })
  expect(answer.status).toBe(503)
  expect(JSON.stringify(problem)).not.toContain('10.0.0.5')
  expect(JSON.stringify(logged)).toContain('10.0.0.5')
})

test('[STO-11] a page says it in words, with 503 and a way to try again', async () => {
  const answer = await ask('/lam-viec/nhiem-vu')
  const text = await answer.text()
  expect(answer.status).toBe(503)
  expect(text).toContain('Cơ sở dữ liệu tạm thời không trả lời')
  expect(text).toContain('Thử lại')
  expect(text).not.toContain('10.0.0.5')
})

test('[STO-11] the node says that it is alive and not ready', async () => {
  expect([(await ask('/health/live')).status, (await ask('/health/ready')).status]).toEqual([200, 503])
})
