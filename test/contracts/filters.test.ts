import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../src/doors/pages/pages.tsx'
import { caller } from '../../src/operations/call.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** What the pages of lists do with a value of a filter that nobody knows; on the first engine, since it is the door that decides. */
let opened: Opened
let door: ReturnType<typeof pages>
beforeAll(async () => {
  const [first] = engines
  if (first === undefined) throw new Error('there is an engine')
  opened = await first.open()
  door = pages({
    call: caller(storeOver(opened.engine, 'Đà Nẵng')),
    settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
    whoOf: async () => tester,
    files: noFiles,
    now: () => new Date('2026-11-25T02:00:00Z'),
  })
})
afterAll(() => opened.close())

const NOTICE = /Không có giá trị “([^”]*)” ở mục “([^”]*)”/g
const told = async (address: string): Promise<readonly (readonly [string, string])[]> => {
  const answer = await door.request(address)
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
  const html = await answer.text()
  return [...html.matchAll(NOTICE)].map(([, value = '', label = '']) => [value, label])
}
const rows = async (address: string): Promise<number> => {
  const list: { readonly items: readonly unknown[] } = JSON.parse(
    await (await door.request(address, { headers: { accept: 'application/json' } })).text(),
  )
  return list.items.length
}

test.each([
  [
    '/lam-viec/nhiem-vu?trang-thai=xyz&sap-xep=ngược',
    [
      ['xyz', 'Tình trạng'],
      ['ngược', 'Sắp xếp'],
    ],
  ],
  ['/to-chuc?cua=Atlantis', [['Atlantis', 'Trực thuộc']]],
  ['/lam-viec/nhat-ky?ban-ghi=zzz', [['zzz', 'Bản ghi']]],
])('[PAG-11] %s: each value nobody knows is told, with the filter it was given for', async (address, expected) => {
  expect(await told(address)).toEqual(expected)
})

test.each([
  '/lam-viec/nhiem-vu?trang-thai=qua-han&sap-xep=moi&utm_source=thu',
  '/to-chuc?cua=H%C3%A0%20N%E1%BB%99i',
  '/to-chuc?cua=trung-uong&la=1',
  '/lam-viec/nhat-ky?ban-ghi=task',
])('[PAG-11] %s: values that are known, and parameters that are no filter, are passed over in silence', async (address) => {
  expect(await told(address)).toEqual([])
})

test('[PAG-11] by a value nobody knows the list is not narrowed', async () => {
  expect(await rows('/to-chuc?cua=Atlantis')).toBe(await rows('/to-chuc'))
  expect(await rows('/to-chuc?cua=H%C3%A0%20N%E1%BB%99i')).toBe(1)
})
