import type { Result } from '../../src/base/result.ts'
import { contextAt } from '../../src/doors/context.ts'
import type { From } from '../../src/doors/sign-in/identity.ts'
import type { Who } from '../../src/kernel/access/who.ts'
import { identify } from '../../src/main/identify.ts'
import { caller } from '../../src/operations/call.ts'
import type { Context } from '../../src/operations/operation.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { storeOver } from '../../src/store/open-store.ts'

/** A node's entrance over an engine, with a clock that is moved by hand, and no waiting. */
export function entranceOver(engine: Engine, given: Partial<Parameters<typeof identify>[1]> = {}) {
  const clock = { at: Date.parse('2026-03-10T02:00:00.000Z'), slept: [] as number[] }
  const store = storeOver(engine, 'Đà Nẵng')
  const settings = { host: '127.0.0.1', hosts: [], proxy: false, demo: false, locality: 'UBND thành phố Đà Nẵng', provider: null, ...given }
  const reported: unknown[] = []
  const entrance = identify(
    store,
    settings,
    {
      now: () => new Date(clock.at),
      sleep: async (ms) => {
        clock.slept.push(ms)
      },
    },
    (error) => reported.push(error),
  )
  return {
    clock,
    store,
    entrance,
    reported,
    call: caller(store),
    context: (who: Who): Context => contextAt(new Date(clock.at), 'vi', who),
    /** Who a request with this cookie or token is. */
    whoWith: (headers: Readonly<Record<string, string>> = {}): Promise<Who> =>
      entrance.whoOf(new Request('http://127.0.0.1:8080/', { headers: { host: '127.0.0.1:8080', ...headers } })),
  }
}

export const HERE: From = { address: '10.0.0.7', secure: false, agent: 'Firefox, Windows', origin: 'http://127.0.0.1:8080' }

export const got = <T>(answer: Result<T, { readonly code: string }>): T => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
export const codeOf = (answer: Result<unknown, { readonly code: string }>): string | null => (answer.ok ? null : answer.refusal.code)

/** The secret at the end of the path of a one-time link. */
export const secretIn = (path: string | null): string => path?.split('ma=')[1] ?? ''
