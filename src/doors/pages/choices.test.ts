import { expect, test } from 'vitest'
import { choices, ownPath } from './choices.ts'

test('[PAG-7] the language is kept in a cookie and leads back to the same question', async () => {
  const answer = await choices().request('/van-ban?tim=kh%C3%A1c&ngon-ngu=en')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/van-ban?tim=kh%C3%A1c')
  expect(answer.headers.get('set-cookie')).toContain('ngon-ngu=en')
})

test('[PAG-7] the theme is chosen by a form', async () => {
  const body = new URLSearchParams({ 'giao-dien': 'toi', 'tro-lai': '/tro-giup' })
  const answer = await choices().request('/giao-dien', { method: 'POST', body })
  expect(answer.headers.get('location')).toBe('/tro-giup')
  expect(answer.headers.get('set-cookie')).toContain('giao-dien=toi')
})

test('[PAG-7] no other site is led to', () => {
  expect(['//khac.example', '/\\khac.example', 'https://khac.example', '', null].map(ownPath)).toEqual(['/', '/', '/', '/', '/'])
  expect(ownPath('/van-ban?tim=a')).toBe('/van-ban?tim=a')
})
