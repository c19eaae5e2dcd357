import { bodyNamed } from '../../../../operations/organisation/body-named.ts'
import { organisationResolve } from '../../../../operations/organisation/resolve-organisation.ts'
import type { Asked } from '../../page.ts'

/** The custodian, as he is typed on a page. */
export const custodianTyped = (asked: Asked, typed: string): ReturnType<typeof bodyNamed> =>
  bodyNamed((given) => asked.ask(organisationResolve, given), typed)
