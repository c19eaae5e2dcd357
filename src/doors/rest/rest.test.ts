import { expect, test } from 'vitest'
import { noFiles } from '../../../test/support/no-files.ts'
import { OPERATOR } from '../../kernel/access/who.ts'
import { caller } from '../../operations/call.ts'
import { registry } from '../../operations/registry.ts'
import { rest } from './rest.ts'

/** What REST refuses before a store is asked anything. */
const door = rest(registry, {
  call: caller({ transaction: () => Promise.reject(new Error('nothing is asked of the store')) }),
  now: () => new Date('2026-09-01T02:00:00Z'),
  whoOf: async () => OPERATOR,
  files: noFiles,
})

// 25-11-2026: a parameter named as a property of every object was passed over in silence
test.each(['__proto__', 'constructor', 'toString', 'ngay'])('a parameter %s that nobody takes is refused by name', async (name) => {
  const answer = await door.request(`/api/v1/regions?${name}=1`)
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'unknown-parameter', detail: `Không có tham số «${name}».` }])
})

test.each(['__proto__', 'constructor'])('a field %s that nobody takes is refused by name', async (name) => {
  const body = `{"kind":"closed","reason":"nghỉ thử","basis":"thử","${name}":{"a":1}}`
  const answer = await door.request('/api/v1/calendar-days/2026-12-25', { method: 'PUT', body })
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'unknown-field', detail: `Không có trường «${name}».` }])
})

// 25-11-2026: «sai kiểu, cần number»
test.each([
  [{ version: 1, percent: 45.5 }, 'Giá trị của «percent» không đúng: sai kiểu, cần số nguyên.'],
  [{ version: 1, percent: 'nửa' }, 'Giá trị của «percent» không đúng: sai kiểu, cần số nguyên.'],
  [{ version: 1, words: 5 }, 'Giá trị của «words» không đúng: sai kiểu, cần chữ.'],
  [{ version: 1, files: 'a' }, 'Giá trị của «files» không đúng: sai kiểu, cần danh sách.'],
  [
    { version: 1, files: Array.from({ length: 51 }, () => ({ sha256: 'a'.repeat(64), name: 'a' })) },
    'Giá trị của «files» không đúng: không quá 50 mục.',
  ],
])('what is wrong with a value is said in words of people', async (given, detail) => {
  const answer = await door.request('/api/v1/tasks/NV-2026-0001/progress', { method: 'POST', body: JSON.stringify(given) })
  expect([answer.status, await answer.json()]).toMatchObject([400, { detail }])
})

test('[PAG-15] a name that turns the direction of writing turns nothing of a refusal', async () => {
  const answer = await door.request('/api/v1/regions?%E2%80%AEngay=1')
  expect(await answer.json()).toMatchObject({ detail: 'Không có tham số «ngay».' })
})

// 26-11-2026: cut at 200 characters two keys were one, and the second command was answered as the first
test('[TSK-18] a key that is empty or too long is refused by its name, not cut', async () => {
  const asked = async (key: string) => {
    const answer = await door.request('/api/v1/tasks/NV-2026-0001/progress', {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: JSON.stringify({ version: 1, words: 'Xong' }),
    })
    return (await answer.json()) as { code: string; data: { name: string } }
  }
  expect(await asked('k'.repeat(201))).toMatchObject({ code: 'bad-value', data: { name: 'Idempotency-Key' } })
  expect(await asked(' ')).toMatchObject({ code: 'missing-parameter', data: { name: 'Idempotency-Key' } })
})
