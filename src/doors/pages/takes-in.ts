import { denied } from '../../kernel/access/access.ts'
import type { Who } from '../../kernel/access/who.ts'
import { documentAssign } from '../../operations/document/assign-tasks.ts'
import { documentReceive } from '../../operations/document/receive-document.ts'

/** Whether somebody takes directives in or gives their work out: whoever does neither is not led to where it is done. [PAG-30] */
export const takesIn = (who: Who): boolean => denied(who, documentReceive.access) === null || denied(who, documentAssign.access) === null
