import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Change, idsIn } from './change.tsx'

const shown = (change: unknown, names: ReadonlyMap<string, string> = new Map()): readonly string[] =>
  [...renderToStaticMarkup(<Change of={change} names={names} />).matchAll(/<li>(.*?)<\/li>/g)].map(([, row = '']) =>
    row.replaceAll(/<[^>]*>/g, ''),
  )

const TASK = '08ef80fd-0000-4000-8000-000000000001'
const BODY = 'so-y-te-da-nang-origin'

// 26-11-2026: «parent: 08ef80fd-…», «percent:», «name:»
test('[PAG-17] the history says fields and values in words, and no id of the database', () => {
  expect(shown({ parent: [null, TASK], percent: [20, 40], due: [null, '2026-12-01'] })).toEqual([
    'tỉ lệ hoàn thành (%): 20 40',
    'hạn: 01/12/2026',
  ])
  expect(shown({ name: [null, 'Hợp nhất'], task: TASK, code: 'NV-2026-0001', to: [null, BODY] })).toEqual([
    'tên: Hợp nhất',
    'mã: NV-2026-0001',
  ])
  expect(shown({ dutyRole: [null, 'clerk'], dutyBody: [null, BODY], disabled: [false, true] }, new Map([[BODY, 'Sở Y tế']]))).toEqual([
    'vai trò: văn thư',
    'cơ quan: Sở Y tế',
    'tạm dừng: không có',
  ])
})

test('[PAG-17] the ids in a change are those that a name is looked for', () => {
  expect(idsIn({ dutyBody: [null, BODY], parent: [null, TASK], basis: 'QĐ 1/QĐ-UBND', lead: [['Sở Y tế'], ['Sở Nội vụ']] })).toEqual([BODY])
})
