import { Hono, type Context as HonoContext } from 'hono'
import type { Call } from '../../operations/call.ts'
import type { Files } from '../../operations/file/ports.ts'
import { noticeCount } from '../../operations/notice/list-notices.ts'
import { Outage } from '../../operations/outage.ts'
import type { WhoOf } from '../context.ts'
import { closed } from '../sign-in/closed.ts'
import type { Entrance } from '../sign-in/identity.ts'
import { leadToSignIn } from '../sign-in/lead.ts'
import { readAsked, type Settings, wantsJson } from './asked.ts'
import { loadAssets } from './assets.ts'
import { choices } from './choices.ts'
import { DATA_FILE, EVIDENCE, readForm } from './form.ts'
import type { Answer, Asked, Form, Page } from './page.ts'
import { allPages } from './pages/all.ts'
import { away, broken, missing } from './pages/fault.tsx'
import { responder } from './respond.tsx'

/**
 * The pages: server-rendered, complete without script, the same answers as JSON.
 *
 * This file joins addresses to pages and nothing else: `pages/` says what each shows, `components/` draws, operations
 * decide. Accidents are caught here once: the page names a number to quote and never shows a stack.
 */
export interface PagesDeps {
  readonly call: Call
  readonly settings: Settings
  readonly now: () => Date
  readonly whoOf: WhoOf
  /** How people sign in; absent: nobody can. */
  readonly entrance?: Entrance
  readonly files: Files
  /** Told of each accident, with the number the page shows. */
  readonly report?: (accident: unknown, requestId: string) => void
}

export function pages(deps: PagesDeps): Hono {
  const assets = loadAssets()
  const respond = responder(assets.links)
  const app = new Hono()
  app.route('/', assets.door)
  app.route('/', choices())

  const answer: Answerer = async (c, ask) => {
    const asked = readAsked(c, { ...deps, entrance: deps.entrance ?? closed }, await deps.whoOf(c.req.raw))
    // read once, by the page or by who gives it back
    let reading: Promise<Form> | null = null
    const typed = (): Promise<Form> => {
      reading ??= readForm(c, {
        [EVIDENCE]: (name, bytes) => deps.files.keep(asked.context, name, bytes),
        [DATA_FILE]: (name, bytes) => deps.files.keepData(asked.context, name, bytes),
      })
      return reading
    }
    try {
      const said = await leadToSignIn(asked, (it) => ask(it, typed), c.req.method === 'POST' ? typed : null)
      const shows = said.kind !== 'redirect' && !wantsJson(c.req.raw)
      return respond(c, shows ? { ...asked, unread: await unreadOf(asked) } : asked, said)
    } catch (accident) {
      const requestId = crypto.randomUUID().slice(0, 8)
      const report = deps.report ?? ((it, number) => console.error(number, it))
      report(accident, requestId)
      return respond(c, asked, accident instanceof Outage ? away(asked, accident.refusal, requestId) : broken(asked, requestId))
    }
  }
  for (const page of allPages) serve(app, page, answer)
  // Mounted last by main: what no door has answered is a page that is not there.
  app.all('*', (c) => answer(c, async (asked) => missing(asked)))
  return app
}

/** Asked after the page has acted, so that what it marked as read is read. */
async function unreadOf(asked: Asked): Promise<number | null> {
  if (asked.context.who.kind !== 'person') return null
  const count = await asked.ask(noticeCount, {})
  return count.ok ? count.value.unread : null
}

type Answerer = (c: HonoContext, ask: (asked: Asked, typed: () => Promise<Form>) => Promise<Answer>) => Promise<Response>

/** An address whose last part is a name takes `.json` inside it; the others get a second address. */
function serve(app: Hono, page: Page, answer: Answerer): void {
  const get = (c: HonoContext) => answer(c, (asked) => page.get(asked))
  app.get(page.path, get)
  if (!/:\w+$/.test(page.path)) app.get(page.path === '/' ? '/trang-chu.json' : `${page.path}.json`, get)
  const { post } = page
  if (post !== undefined) app.post(page.path, (c) => answer(c, async (asked, typed) => post(asked, await typed())))
}
