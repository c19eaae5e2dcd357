import { expect, test } from 'vitest'
import { rolesSaid } from './role-names.ts'

// 26-11-2026: «kiểm tra, giám sát» read as two roles in a list with commas
test('[ACC-2] the roles that would do are told apart, though one has a comma in its name', () => {
  expect(rolesSaid(['leader', 'auditor'], 'vi')).toBe('lãnh đạo; kiểm tra, giám sát')
})
