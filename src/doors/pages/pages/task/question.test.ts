import { expect, test } from 'vitest'
import { listHref, questionFrom } from './question.ts'

const from = (query: string) => questionFrom(new URLSearchParams(query))

test('[PAG-11] the address holds the question', () => {
  expect(from('trang-thai=qua-han&don-vi=Sở Nội vụ&tim=quy hoạch&sap-xep=moi').input).toEqual({
    lateness: 'overdue',
    lead: 'Sở Nội vụ',
    q: 'quy hoạch',
    sort: 'newest',
  })
})

test('[PAG-11] a value nobody knows narrows nothing, and is told', () => {
  expect(from('trang-thai=chua-xong&loai=gi-do&tu=-3&la=1')).toMatchObject({
    lateness: null,
    kind: null,
    first: 1,
    isNarrowed: false,
    input: { sort: 'due' },
    unknown: [
      { label: 'tasks.status', value: 'chua-xong' },
      { label: 'task.kind', value: 'gi-do' },
    ],
  })
  expect(from('trang-thai=qua-han&sap-xep=moi&loai=').unknown).toEqual([])
})

test('[PAG-11] a changed question begins at the first page again; the next page keeps it', () => {
  const question = from('trang-thai=qua-han&sau=2026-01-01|7&tu=51')
  expect(listHref(question, { lateness: 'no-due' })).toBe('/lam-viec/nhiem-vu?trang-thai=khong-co-han')
  expect(listHref(question, { after: 'k', first: 101 })).toBe('/lam-viec/nhiem-vu?trang-thai=qua-han&sau=k&tu=101')
})
