import { expect, test } from 'vitest'
import { type Act, documentMisses, missesOf, type ReadTask } from './misses.ts'

const madeBy: ReadTask['rules'] = {
  task: 'DIR-27',
  lead: ['DIR-10', 'DIR-12'],
  coLead: [],
  coordinating: ['DIR-11'],
  recipients: ['DIR-9', 'DIR-18'],
  due: 'DIR-24',
  every: null,
}
const read: ReadTask = { rules: null, isManual: false, isDiscarded: false }
const kept: ReadTask = { ...read, rules: madeBy }
const gone: ReadTask = { ...read, isDiscarded: true }
const made: ReadTask = { ...read, isManual: true }
let seq = 0
const corrected = (change: Act['change']): Act => {
  seq += 1
  return { seq: String(seq), verb: 'corrected', change }
}
const act = (verb: string, change: Act['change'] = {}): Act => ({ ...corrected(change), verb })
const rules = (task: ReadTask, acts: readonly Act[]): readonly string[] =>
  missesOf(task, acts).map(({ rule, kind, field }) => `${rule} ${kind} ${field ?? ''}`.trim())
const body = (name: string): object => ({ name, organisation: null, isClass: false })

test('[DIR-36] a correction is counted for the rule that made what was corrected', () => {
  const both = [body('Sở Y tế'), body('các xã')]
  expect(rules(kept, [corrected({ lead: [both, [body('Sở Y tế')]] })])).toEqual(['DIR-12 changed lead'])
  expect(rules(kept, [corrected({ lead: [both, [body('Sở Nội vụ')]] })])).toEqual(['DIR-10 changed lead', 'DIR-12 changed lead'])
  expect(rules(kept, [corrected({ due: ['2024-04-15', '2025-04-15'], title: ['a', 'b'] })])).toEqual(['DIR-24 changed due'])
  expect(rules(kept, [corrected({ recipients: [[body('Sở A'), body('UBND tỉnh')], [body('Sở A')]] })])).toEqual([
    'DIR-18 changed recipients',
  ])
  expect(rules({ ...kept, isDiscarded: true }, [act('discarded')])).toEqual(['DIR-27 discarded'])
})

test('[DIR-36] what was not read is counted for the rule that should have', () => {
  expect(rules(kept, [corrected({ coordinating: [[body('Sở A')], [body('Sở A'), body('Sở B')]] })])).toEqual([
    'DIR-17 changed coordinating',
  ])
  expect(rules(kept, [corrected({ every: [null, 'P3M'], openClass: [false, true] })])).toEqual([
    'DIR-25 changed every',
    'DIR-17 changed openClass',
  ])
  expect(rules(read, [corrected({ lead: [[body('Sở Y')], [body('Sở Y tế')]], due: ['2024-04-15', null] })])).toEqual([
    'DIR-15 changed lead',
    'DIR-20 changed due',
  ])
})

test('[DIR-36] what was changed and changed back is no miss, and several corrections of a field are one', () => {
  const there = corrected({ due: ['2024-04-15', '2024-04-16'] })
  expect(rules(read, [there, corrected({ due: ['2024-04-16', '2024-04-15'] })])).toEqual([])
  expect(missesOf(read, [there, corrected({ due: ['2024-04-16', '2024-04-20'] })])).toEqual([
    { rule: 'DIR-20', kind: 'changed', field: 'due', read: '2024-04-15', corrected: '2024-04-20' },
  ])
})

test('[DIR-36] orders that were missed, read where there are none, divided or joined are counted once each', () => {
  expect(rules(gone, [act('discarded')])).toEqual(['DIR-15 discarded'])
  expect(rules(made, [act('added'), corrected({ lead: [[], [body('Sở Y tế')]] })])).toEqual(['DIR-15 added'])
  expect([rules(gone, [act('divided')]), rules(made, [act('parted')])]).toEqual([['DIR-15 divided'], []])
  expect([rules(gone, [act('joined')]), rules(made, [act('absorbed')])]).toEqual([[], ['DIR-15 joined']])
})

test('[DIR-36] what was undone was never a miss', () => {
  const changed = corrected({ due: ['2024-04-15', '2024-04-16'] })
  expect(rules(read, [changed, act('undone', { act: changed.seq, due: ['2024-04-16', '2024-04-15'] })])).toEqual([])
})

test('[DIR-36] the letter itself too', () => {
  expect(documentMisses([corrected({ number: [null, '15/UBND'], abstract: [null, 'V/v'] })])).toEqual([
    { rule: 'DIR-3', kind: 'changed', field: 'number', read: null, corrected: '15/UBND' },
  ])
})

test('[DIR-36] a choice between two readings that were both shown is no miss', () => {
  expect(rules(read, [act('settled', { unsure: ['hai cách hiểu', null], coLead: [[], [body('Sở Nội vụ')]] })])).toEqual([])
})
