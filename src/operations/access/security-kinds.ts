/** What can happen at the entrance; permanent, as they are kept. */
export const securityKinds = [
  'signed-in',
  'signed-out',
  'refused',
  'limited',
  'password-set',
  'link-made',
  'token-made',
  'token-revoked',
  'sessions-ended',
  'provider-linked',
  'provider-unlinked',
] as const
export type SecurityKind = (typeof securityKinds)[number]
