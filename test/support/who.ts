import type { Who } from '../../src/kernel/access/who.ts'

/** Whoever tests: may do all, as the operator of a machine without accounts. */
export const tester: Who = { kind: 'operator', id: 'người thử', duties: [], bodies: [] }
