import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The node's Ed25519 key, in its data directory and readable by its owner alone; made when it is not there. It is in no backup. */
export function signingKey(data: string): KeyObject {
  const path = join(data, 'signing-key.pem')
  if (!existsSync(path)) {
    mkdirSync(data, { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return createPrivateKey(readFileSync(path))
}

/** The part of it that others may have, as PEM text. */
export const publicPart = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
