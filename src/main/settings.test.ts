import { expect, test } from 'vitest'
import { ownFlags, readSettings } from './settings.ts'

/** Settings that would open more than was meant are refused at the start. */
const read =
  (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  () =>
    readSettings(argv, env)

test('[ACC-1] beyond this machine the names to answer to must be said; they are compared without case', () => {
  expect(read(['--host', '0.0.0.0'])).toThrow(/LIENVUNG_HOSTS/)
  expect(read(['--host', '0.0.0.0'], { LIENVUNG_HOSTS: 'A.vidu.gov.vn, b.vidu.gov.vn' })().hosts).toEqual([
    'a.vidu.gov.vn',
    'b.vidu.gov.vn',
  ])
})

test.each([
  [['--demo', '--host', '0.0.0.0'], { LIENVUNG_HOSTS: 'a.vidu.gov.vn' }],
  [['--demo', '--host', '::1'], {}],
  [['--demo'], { LIENVUNG_HOSTS: 'a.vidu.gov.vn' }],
  [['--demo'], { LIENVUNG_PROXY: '1' }],
])('[ACC-1] sample people are for 127.0.0.1 alone: %j %j', (argv, env) => {
  expect(read(argv, env)).toThrow(/127\.0\.0\.1/)
})

test('[ACC-11] the common sign-on is set whole or not at all, over an encrypted way unless it is on this machine', () => {
  const all = { LIENVUNG_OIDC_ISSUER: 'https://sso.vidu.gov.vn', LIENVUNG_OIDC_CLIENT_ID: 'a', LIENVUNG_OIDC_CLIENT_SECRET: 'b' }
  expect(read([], all)().provider).toEqual({ issuer: 'https://sso.vidu.gov.vn', clientId: 'a', clientSecret: 'b' })
  expect(read([])().provider).toBeNull()
  expect(read([], { ...all, LIENVUNG_OIDC_ISSUER: 'http://127.0.0.1:9000' })().provider?.issuer).toBe('http://127.0.0.1:9000')
  for (const broken of [
    { ...all, LIENVUNG_OIDC_ISSUER: 'http://sso.vidu.gov.vn' },
    { ...all, LIENVUNG_OIDC_ISSUER: 'http://127.0.0.1.evil.example' },
    { ...all, LIENVUNG_OIDC_CLIENT_SECRET: '' },
  ])
    expect(read([], broken)).toThrow(/LIENVUNG_OIDC_ISSUER/)
})

// 26-11-2026: «Không có tham số «--data»», while the advice itself writes --data=
test.each([
  [['--data=/x', 'task', 'list', '--limit=5']],
  [['task', 'list', '--data=/x', '--limit=5']],
  [['task', '--data', '/x', 'list', '--limit=5']],
])('the data directory of a command is read in either form, wherever it stands: %j', (argv) => {
  const { own, rest } = ownFlags(argv)
  expect([readSettings(own, {}).data, rest]).toEqual(['/x', ['task', 'list', '--limit=5']])
})
