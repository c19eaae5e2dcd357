import { expect, test } from 'vitest'
import { fold } from '../../base/fold.ts'
import { wordsMatcher } from './words.ts'

test.each([
  ['so ke hoach', 'Sở Kế hoạch và Đầu tư', true],
  ['Đầu tư, kế hoạch', 'Sở Kế hoạch và Đầu tư', true],
  ['moi truong', 'Sở Nông nghiệp và Môi trường', true],
  ['hoach', 'Sở Kế hoạch và Đầu tư', true],
  ['oach', 'Sở Kế hoạch và Đầu tư', false],
  ['ke hoach y te', 'Sở Kế hoạch và Đầu tư', false],
  ['s', 'Sở Y tế', false],
  ['', 'Sở Y tế', false],
])('[ORG-18] «%s» and «%s»: %s', (question, name, found) => {
  expect(wordsMatcher(question)(fold(name))).toBe(found)
})
