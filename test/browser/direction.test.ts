import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './pages-support.ts'

const css = readFileSync('src/doors/pages/assets/css/base.css', 'utf8')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Whether the first letter of «sau» is drawn left of the last. Run in the page, so it is text here. */
const ORDER = `(() => {
  const text = document.querySelector('i').firstChild
  const leftOf = (from) => {
    const range = document.createRange()
    range.setStart(text, from)
    range.setEnd(text, from + 1)
    return range.getBoundingClientRect().left
  }
  return leftOf(0) < leftOf(2)
})()`

/** Whether words that stand after a name that overrides the direction are drawn in their order. */
async function after(element: string, sheet: string): Promise<boolean> {
  const page = await browser.newPage()
  await page.setContent(`<style>${sheet}</style><p><${element}>Sở \u202eY tế</${element}> <i>sau</i></p>`)
  const inOrder = await page.evaluate<boolean>(ORDER)
  await page.close()
  return inOrder
}

test.each(['a', 'b', 'span', 'strong', 'small', 'mark', 'del', 'ins', 'bdi'])(
  '[PAG-15] a name in <%s> that overrides the direction leaves the words after it as they are',
  async (element) => {
    expect(await after(element, css)).toBe(true)
  },
)

test('without the sheet the words after it are turned: what is measured can fail', async () => {
  expect(await after('span', '')).toBe(false)
})
