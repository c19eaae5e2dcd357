import { expect, test } from 'vitest'
import { changesOf, nothingTyped, type TaskTyped } from './task-typed.ts'

const typed: TaskTyped = { ...nothingTyped, title: 'Lập danh mục', lead: 'Sở Nội vụ\nSở Xây dựng', due: '31/12/2026', every: 'P6M' }

test('[PAG-6] what was left as it was is not sent', () => {
  expect(changesOf(typed, { ...typed, lead: ' Sở Nội vụ \n\nSở Xây dựng\n' })).toEqual({})
})

test('[PAG-6] what differs is sent, and an emptied field says that there is none', () => {
  expect(changesOf(typed, { ...typed, lead: 'Sở Nội vụ', due: '', every: '', openClass: true })).toEqual({
    lead: ['Sở Nội vụ'],
    due: null,
    every: null,
    openClass: true,
  })
})
