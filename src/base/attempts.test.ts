import { expect, test } from 'vitest'
import { attempts } from './attempts.ts'

test('[ACC-8] attempts are free up to the limit, once at it, and over it until the window ends', () => {
  let now = 0
  const counted = attempts(() => now, 1000, 10)
  const five = Array.from({ length: 5 }, () => counted.count('a', 3))
  expect(five).toEqual(['free', 'free', 'free', 'at-limit', 'over'])
  counted.takeBack('a')
  counted.takeBack('a')
  counted.takeBack('a')
  expect(counted.count('a', 3)).toBe('free')
  now = 1000
  expect(counted.count('a', 3)).toBe('free')
  counted.forget('a')
  expect(counted.size).toBe(0)
})

test('[ACC-8] however many names are tried, no more are held than the table has room for; the oldest gives way', () => {
  const counted = attempts(() => 0, 1000, 100)
  for (let n = 0; n < 10_000; n += 1) counted.count(`tên ${n}`, 3)
  expect(counted.size).toBe(100)
  counted.count('tên 9999', 3)
  counted.count('tên 9999', 3)
  expect([counted.count('tên 9999', 3), counted.count('tên 0', 3)]).toEqual(['at-limit', 'free'])
})

test('[ACC-8] noise pushes out no counter that is at its limit; a table full of such takes nobody new', () => {
  const counted = attempts(() => 0, 1000, 3)
  for (let n = 0; n < 4; n += 1) counted.count('quan-tri', 3)
  for (let n = 0; n < 1000; n += 1) counted.count(`tên ${n}`, 3)
  expect([counted.count('quan-tri', 3), counted.size]).toEqual(['over', 3])
  for (const key of ['tên 998', 'tên 999']) for (let n = 0; n < 3; n += 1) counted.count(key, 3)
  expect(counted.count('người mới', 3)).toBe('over')
})
