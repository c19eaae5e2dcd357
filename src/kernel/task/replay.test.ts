import { expect, test } from 'vitest'
import { OPERATOR } from '../access/who.ts'
import { type Day, day } from '../period/day.ts'
import { type Act, acts, factOf, made, refusedAct, type Said, type Standing } from './life.ts'
import { type Moved, replay } from './replay.ts'

/** Walks of acts, each as the life of a task allows it: what they make of the task is what replaying their facts shows. */
const TODAY = day('2026-03-25')
const ALL = new Set(['lead', 'coordinator', 'assigner', 'leader'] as const)
const START: Standing = {
  state: 'assigned',
  kind: 'once',
  due: day('2026-03-20'),
  percent: 0,
  askedDay: null,
  escalated: false,
  isSplit: false,
  issuedOn: day('2026-03-02'),
  saidBy: {},
  absent: 0,
  evidence: 1,
}

function walk(kind: 'once' | 'recurring', random: () => number): { readonly facts: readonly Moved[]; readonly task: Standing } {
  let task: Standing = { ...START, kind }
  const facts: Moved[] = []
  for (let step = 0; step < 40; step += 1) {
    const act: Act = acts[Math.floor(random() * acts.length)] ?? 'progress'
    const asked: Day | null = act === 'ask-extension' ? day('2026-04-20') : null
    const said: Said = {
      words: 'x',
      reason: 'x',
      percent: act === 'progress' ? Math.floor(random() * 100) : null,
      day: asked,
      document: '1',
      files: 0,
    }
    if (refusedAct(act, task, ALL, OPERATOR, said, TODAY) !== null) continue
    const { due: _due, next: _next, closedOn: _closed, ...moves } = made(act, task, said, TODAY, TODAY)
    task = { ...task, ...moves }
    facts.push({ kind: factOf[act], percent: said.percent, day: asked })
  }
  return { facts, task }
}

test('[BRD-1] replaying what was said of a task gives how it stands: state, share done, day asked for, escalated', () => {
  let seed = 1
  const random = (): number => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  let closed = 0
  for (let i = 0; i < 2000; i += 1) {
    const kind = i % 2 === 0 ? 'once' : 'recurring'
    const { facts, task } = walk(kind, random)
    const { state, percent, askedDay, escalated } = task
    expect(replay(kind, facts), JSON.stringify(facts.map((fact) => fact.kind))).toEqual({ state, percent, askedDay, escalated })
    if (state === 'done') closed += 1
  }
  expect(closed).toBeGreaterThan(100)
})
