import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Sums of passwords by argon2id, 19 MiB and two passes each: OWASP's least, some 40 ms on the machines this runs on. */
export interface Passwords {
  sum(password: string): Promise<string>
  /** Null: too many are being looked at already. A sum that is null takes as long as one that is there. */
  matches(sum: string | null, password: string): Promise<boolean | null>
}

/** The package's own choice of algorithm is argon2id; the sum says which. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Two cores: more at once only make each slower, and each holds its memory. */
const AT_ONCE = 2
const WAITING = 40

export function passwords(): Passwords {
  let running = 0
  const waiting: (() => void)[] = []
  const turn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
  // of a password nobody knows: looked at when there is no account, so that both take as long
  let decoy: Promise<string> | null = null
  return {
    sum: (password) => turn(() => hash(password.normalize('NFKC'), OPTIONS)),
    async matches(sum, password) {
      if (waiting.length >= WAITING) return null
      decoy ??= hash(randomBytes(32), OPTIONS)
      const against = sum ?? (await decoy)
      const right = await turn(() => verify(against, password.normalize('NFKC')))
      return right && sum !== null
    },
  }
}
