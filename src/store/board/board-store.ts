import type { Kysely } from 'kysely'
import { sightOf } from '../../kernel/access/who.ts'
import type { BoardPorts } from '../../operations/board/ports.ts'
import type { Context } from '../../operations/operation.ts'
import type { Tables } from '../tables.ts'
import { answers } from './answers-store.ts'
import { count } from './count-store.ts'
import { waiting } from './waiting-store.ts'

/** What the board is made of, each counted by a file of its own. */
export const boardPorts = (db: Kysely<Tables>, { who }: Context, home: string): BoardPorts => ({
  board: {
    count: (filter, by, most) => count(db, filter, by, most, { home, seesAll: sightOf(who) === 'all' }),
    waiting: (filter, most) => waiting(db, filter, most, home),
    answers: (filter) => answers(db, filter, home),
  },
})
