import { afterAll, beforeAll, expect, test } from 'vitest'
import { actForms } from '../../src/doors/pages/pages/task/acts.ts'
import { pages } from '../../src/doors/pages/pages.tsx'
import type { Who } from '../../src/kernel/access/who.ts'
import { day } from '../../src/kernel/period/day.ts'
import { type Call, caller } from '../../src/operations/call.ts'
import { documentReceive } from '../../src/operations/document/receive-document.ts'
import { taskGet } from '../../src/operations/task/get-task.ts'
import { taskList } from '../../src/operations/task/list-tasks.ts'
import { storeOver } from '../../src/store/open-store.ts'
import { engines, type Opened } from '../support/engines.ts'
import { got } from '../support/entrance.ts'
import { noFiles } from '../support/no-files.ts'
import { tester } from '../support/who.ts'

/** What a page says of a form that was refused; on the first engine, since it is the door that says it. */
const LETTER = `UBND THÀNH PHỐ ĐÀ NẴNG
Số: 91/UBND-KT
Đà Nẵng, ngày 02 tháng 3 năm 2026

Giao Sở Y tế chủ trì rà soát các trạm y tế trước ngày 15/12/2026.`
const auditor: Who = {
  kind: 'person',
  id: '00000000-0000-4000-8000-000000000001',
  duties: [{ role: 'auditor', organisation: 'van-phong-ubnd-da-nang-origin', central: true, deputyFor: null }],
  bodies: ['van-phong-ubnd-da-nang-origin'],
}
let opened: Opened
let door: ReturnType<typeof pages>
let who: Who = tester
let address: string
let call: Call
const at = { who: tester, today: day('2026-03-10'), now: '2026-03-10T02:00:00.000Z', language: 'vi' } as const
let task: string
beforeAll(async () => {
  const [first] = engines
  if (first === undefined) throw new Error('there is an engine')
  opened = await first.open()
  call = caller(storeOver(opened.engine, 'Đà Nẵng'))
  address = `/lam-viec/tiep-nhan/${got(await call(documentReceive, at, { text: LETTER })).slug}`
  task = got(await call(taskList, at, { state: 'proposed' })).items[0]?.id ?? ''
  door = pages({
    call,
    settings: { locality: 'UBND thành phố Đà Nẵng', version: '0' },
    whoOf: async () => who,
    files: noFiles,
    now: () => new Date('2026-03-10T02:00:00Z'),
  })
})
afterAll(() => opened.close())

async function send(fields: Readonly<Record<string, string>>, to = address): Promise<readonly [number, string]> {
  const answer = await door.request(to, { method: 'POST', body: new URLSearchParams(fields) })
  const [, said = ''] = /<div class="errsum".*?<li>(.*?)<\/li>/.exec(await answer.text()) ?? []
  return [answer.status, said.replaceAll(/<[^>]*>/g, '')]
}

// 26-11-2026: «Giá trị của «viec» không đúng: .», with 422
test('[PAG-5] [PAG-17] a form that names no act of the page is told so in words', async () => {
  expect(await send({ 'nhiem-vu': task, version: '1' })).toEqual([
    400,
    'Biểu mẫu gửi lên không nêu việc nào mà trang này làm được, nên chưa có gì được ghi. Mở lại trang rồi làm lại.',
  ])
})

test('[PAG-5] what is refused answers with the status of the refusal: wrong, not his, too late', async () => {
  expect(await send({ viec: 'luu', 'nhiem-vu': task, version: '1', 'viec-phai-lam': 'x' })).toEqual([
    400,
    'Giá trị của «nội dung» không đúng: cần ít nhất 3 ký tự.',
  ])
  expect((await send({ viec: 'xac-nhan', 'nhiem-vu': task, version: '9' }))[0]).toBe(409)
  who = auditor
  expect((await send({ viec: 'xac-nhan', 'nhiem-vu': task, version: '1' }))[0]).toBe(403)
  who = tester
  expect((await send({ viec: 'moi', ten: 'Hợp nhất', 'can-cu': '1/NQ-HĐND', ngay: '31/2/2026' }, '/lam-viec/hop-nhat'))[0]).toBe(400)
})

test('[TSK-11] [PAG-5] two browsers report at once: the second is shown what was said meanwhile, and loses nothing that was typed', async () => {
  await send({ viec: 'xac-nhan', 'nhiem-vu': task, version: '1' })
  await send({ viec: 'giao' })
  const { code, version } = got(await call(taskGet, at, { id: task }))
  const form = `/lam-viec/nhiem-vu/${code}/${actForms.progress.slug}`
  const report = (words: string, percent: string) =>
    door.request(form, {
      method: 'POST',
      body: new URLSearchParams({ khoa: words, version: `${version}`, 'noi-dung': words, 'tien-do': percent }),
    })
  expect((await report('Đã rà soát 12 trạm', '40')).status).toBe(303)
  const second = await report('Đã rà soát 9 trạm miền núi', '30')
  const page = await second.text()
  expect(second.status).toBe(409)
  const [meanwhile = ''] = /<section[^>]*id="trong-khi-do".*?<\/section>/s.exec(page) ?? []
  expect(meanwhile).toContain('Đã rà soát 12 trạm')
  expect([page.includes('Đã rà soát 9 trạm miền núi</textarea>'), /name="tien-do"[^>]*value="30"/.test(page)]).toEqual([true, true])
  expect(got(await call(taskGet, at, { id: task })).percent).toBe(40)
})
