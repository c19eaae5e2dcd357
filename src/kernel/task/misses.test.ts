import { expect, test } from 'vitest'
import { type Act, documentMisses, missesOf, type ReadTask } from './misses.ts'

const read: ReadTask = { check: null, hasSlips: false, dueWords: null, isManual: false, isDiscarded: false }
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

test('[DIR-36] a correction is counted for the rule that most likely gave the word', () => {
  const lead = corrected({ lead: [[body('Sở Y')], [body('Sở Y tế')]] })
  expect(rules(read, [lead])).toEqual(['DIR-9 changed lead'])
  expect(rules({ ...read, check: 'Chủ thể được hiểu theo câu trước' }, [lead])).toEqual(['DIR-16 changed lead'])
  expect(rules({ ...read, hasSlips: true }, [lead])).toEqual(['DIR-13 changed lead'])
  expect(rules(read, [corrected({ lead: [[body('các sở, ngành')], [body('Sở Y tế')]] })])).toEqual(['DIR-12 changed lead'])
  expect(rules(read, [corrected({ due: [null, '2024-04-15'] })])).toEqual(['DIR-20 changed due'])
  expect(rules({ ...read, dueWords: 'sớm' }, [corrected({ due: [null, '2024-04-15'] })])).toEqual(['DIR-23 changed due'])
  expect(rules(read, [corrected({ due: ['2024-04-15', null], every: [null, 'P3M'], title: ['a', 'b'] })])).toEqual([
    'DIR-22 changed due',
    'DIR-25 changed every',
  ])
  expect(rules(read, [corrected({ recipients: [[body('Sở A'), body('UBND tỉnh')], [body('Sở A')]] })])).toEqual([
    'DIR-19 changed recipients',
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
