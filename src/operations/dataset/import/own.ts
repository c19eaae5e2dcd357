import { sightOf, type Who } from '../../../kernel/access/who.ts'
import type { StoredImport } from './ports.ts'

/** Whether he may go on with it: whoever began it, and who sees all. Whoever else sees it keeps its dataset, and may only end it. [DAT-148] */
export const isOwn = (who: Who, { madeBy }: StoredImport): boolean => madeBy === who.id || sightOf(who) === 'all'
