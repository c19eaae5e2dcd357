import { refuse } from '../../base/result.ts'
import type { Entrance } from './identity.ts'

/** The entrance of a door that was given none: nobody can sign in. */
const none = async () => refuse({ code: 'link-spent' } as const)

export const closed: Entrance = {
  asksForAccounts: async () => false,
  signIn: none,
  samples: async () => [],
  signInAsSample: none,
  signOut: async () => {},
  link: async () => null,
  setUp: none,
  setPassword: none,
  changePassword: none,
  provider: null,
  proxy: false,
}
