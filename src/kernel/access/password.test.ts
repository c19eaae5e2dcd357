import { expect, test } from 'vitest'
import { isWeak } from './password.ts'

test('[ACC-8] a password that is guessed first is refused: short, of few characters, typed without thinking, holding the login', () => {
  const weak = [
    'ngắn quá',
    'aaaaaaaaaaaaaa',
    '1212121212',
    'Le.An 2026 nhé',
    'xin chào LE.AN',
    '1234567890',
    'matkhau123456',
    'poiuytrewq1',
  ]
  expect(weak.map((one) => isWeak(one, 'le.an'))).toEqual(weak.map(() => true))
  expect([isWeak('mưa xuân Sơn Trà', 'le.an'), isWeak('correct horse', null), isWeak('sóng biển 2468', null)]).toEqual([
    false,
    false,
    false,
  ])
})
