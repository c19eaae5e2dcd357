import { expect, test } from 'vitest'
import { isWeak } from './password.ts'

test('[ACC-8] a password that is guessed first is refused: short, of few characters, holding the login', () => {
  const weak = ['ngắn quá', 'aaaaaaaaaaaaaa', '1212121212', 'Le.An 2026 nhé', 'xin chào LE.AN']
  expect(weak.map((one) => isWeak(one, 'le.an'))).toEqual([true, true, true, true, true])
  expect([isWeak('mưa xuân Sơn Trà', 'le.an'), isWeak('correct horse', null)]).toEqual([false, false])
})
