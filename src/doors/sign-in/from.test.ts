import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { fromOf } from './from.ts'

const seen = async (proxy: boolean, headers: Readonly<Record<string, string>>): Promise<unknown> => {
  const app = new Hono()
  app.get('/', (c) => c.json(fromOf(c, proxy)))
  return (await app.request('http://127.0.0.1:8080/', { headers: { host: 'dieuhanh.vidu.gov.vn', ...headers } })).json()
}
const said = {
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '1.2.3.4, 203.0.113.9',
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/109.0 Chrome/103.0 Safari/537.36',
}

test('[ACC-8] what a proxy says is believed only behind one, and of several addresses the nearest proxy’s own', async () => {
  expect(await seen(false, said)).toEqual({
    address: null,
    secure: false,
    agent: 'Cốc Cốc, Windows',
    origin: 'http://dieuhanh.vidu.gov.vn',
  })
  expect(await seen(true, said)).toEqual({
    address: '203.0.113.9',
    secure: true,
    agent: 'Cốc Cốc, Windows',
    origin: 'https://dieuhanh.vidu.gov.vn',
  })
  expect(await seen(true, {})).toEqual({ address: null, secure: false, agent: '—', origin: 'http://dieuhanh.vidu.gov.vn' })
})
