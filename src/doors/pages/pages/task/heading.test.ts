import { expect, test } from 'vitest'
import { speaker } from '../../../../base/text/text.ts'
import { headingOf } from './heading.ts'

const say = speaker('vi')

test('[PAG-12] the heading states what was found', () => {
  expect(headingOf(say, 47, 5, 7)).toBe('5 nhiệm vụ quá hạn, 7 nhiệm vụ sắp đến hạn')
  expect(headingOf(say, 47, 5, 0)).toBe('5 nhiệm vụ quá hạn')
  expect(headingOf(say, 47, 0, 7)).toBe('7 nhiệm vụ sắp đến hạn')
  expect(headingOf(say, 47, 0, 0)).toBe('Không có nhiệm vụ quá hạn')
  expect(headingOf(say, 0, 0, 0)).toBe('Chưa giao nhiệm vụ nào')
})
