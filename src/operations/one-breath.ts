import type { Refusal } from '../base/refusals.ts'
import { ok, type Result } from '../base/result.ts'
import type { Context } from './operation.ts'
import type { Ports } from './ports.ts'
import type { Store } from './store.ts'

type Reading = 'query' | 'register'
type Question = (ports: Ports) => Promise<Result<unknown, Refusal>>
type Waiting = { readonly question: Question; readonly answer: (said: Promise<Result<unknown, Refusal>>) => void }

/**
 * Questions that one asker asks in the same breath (`Promise.all` of a page) are answered in one transaction, one after
 * another: they see one state of the data and pay once for being let in. [STO-25]
 *
 * A question that ends in an accident would take its neighbours with it, so each is then asked alone.
 */
export function oneBreath(store: Pick<Store, 'transaction'>) {
  const waiting: Readonly<Record<Reading, WeakMap<Context, Waiting[]>>> = { query: new WeakMap(), register: new WeakMap() }
  const alone = (context: Context, kind: Reading, question: Question) => store.transaction(context, kind, question)

  function answerAll(context: Context, kind: Reading, asked: readonly Waiting[]): void {
    const each = (): void => {
      for (const { question, answer } of asked) answer(alone(context, kind, question))
    }
    if (asked.length === 1) {
      each()
      return
    }
    let said: readonly Promise<Result<unknown, Refusal>>[] = []
    const together = store.transaction(context, kind, async (ports) => {
      const answers: Promise<Result<unknown, Refusal>>[] = []
      for (const { question } of asked) answers.push(Promise.resolve(await question(ports)))
      said = answers
      return ok(null)
    })
    together.then(() => {
      for (const [i, { question, answer }] of asked.entries()) answer(said[i] ?? alone(context, kind, question))
    }, each)
  }

  return <T>(context: Context, kind: Reading, question: (ports: Ports) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> =>
    new Promise((answer) => {
      const breath = waiting[kind].get(context) ?? []
      // what comes back under a question is its own answer, so it has its type
      breath.push({ question, answer: (said) => answer(said as Promise<Result<T, Refusal>>) })
      if (breath.length > 1) return
      waiting[kind].set(context, breath)
      queueMicrotask(() => {
        waiting[kind].delete(context)
        answerAll(context, kind, breath)
      })
    })
}
