import { expect, test } from 'vitest'
import { blockedBy, partsOf, planOf } from './assignment.ts'
import type { Body } from './task.ts'

const body = (name: string, isClass = false): Body => ({ name, organisation: null, isClass })
const health = body('Sở Y tế')
const works = body('Sở Xây dựng')
const districts = body('UBND các quận, huyện', true)
const nobodys: ReadonlySet<string> = new Set(['ubnd-quan-cu'])

test('[TSK-8] nobody, and a class alone, cannot hold work; a named body beside a class can', () => {
  expect([[], [districts], [health], [health, districts]].map((lead) => blockedBy(lead, null, nobodys))).toEqual([
    'lead-missing',
    'lead-is-class',
    null,
    null,
  ])
})

test('[TSK-36] a body whose work nobody has by default holds nothing, nor beside others', () => {
  const district: Body = { name: 'UBND quận cũ', organisation: 'ubnd-quan-cu', isClass: false }
  expect([[district], [health, district], [health]].map((lead) => blockedBy(lead, null, nobodys))).toEqual([
    'lead-ended',
    'lead-ended',
    null,
  ])
})

test('[TSK-21] words with two readings wait for a person', () => {
  expect([blockedBy([health], '«Đồng chủ trì»', nobodys), blockedBy([], '«Đồng chủ trì»', nobodys)]).toEqual(['unsure', 'lead-missing'])
})

test('[TSK-9] one lead: the task itself', () => {
  expect(planOf([health])).toEqual({ kind: 'single', lead: health })
})

test('[TSK-9] several leads: a child for each, and the child of a class waits', () => {
  expect(planOf([health, works, districts])).toEqual({
    kind: 'fan-out',
    children: [
      { lead: health, waits: false },
      { lead: works, waits: false },
      { lead: districts, waits: true },
    ],
  })
})

test('[TSK-26] a body by two of its names is one, as lead and as helper', () => {
  const named = (name: string): Body => ({ name, organisation: 'so-y-te', isClass: false })
  const lead = named('Sở Y tế')
  expect(planOf([lead, named('SYT')])).toEqual({ kind: 'single', lead })
  const all = {
    lead: [lead],
    coLead: [works],
    coordinating: [named('SYT'), works, body('SỞ NỘI VỤ'), body('Sở Nội vụ')],
    recipients: [lead],
  }
  expect(partsOf(all).map(({ body: one, role }) => [one.name, role])).toEqual([
    ['Sở Y tế', 'lead'],
    ['Sở Xây dựng', 'co-lead'],
    ['SỞ NỘI VỤ', 'coordinator'],
    ['Sở Y tế', 'recipient'],
  ])
})
