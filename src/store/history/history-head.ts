import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { SYSTEM } from '../../kernel/access/who.ts'
import type { Engine } from '../engine/engine.ts'
import { reasonOf, StoreFault } from '../engine/faults.ts'
import { publicPart } from '../engine/signing-key.ts'
import { actAs } from '../open-store.ts'
import type { Tables } from '../tables.ts'
import { GENESIS } from './history-store.ts'

/**
 * The head of the chain, signed and kept elsewhere: whoever rewrites the tail of the history can make a chain that
 * verifies, but not one that passes through a head exported before. [HIS-5]
 */
export type SignedHead = {
  readonly seq: string
  readonly hash: string
  readonly at: string
  readonly publicKey: string
  readonly signature: string
}

const bytes = ({ seq, hash, at }: Pick<SignedHead, 'seq' | 'hash' | 'at'>): Buffer =>
  Buffer.from(JSON.stringify(['lienvung-head', seq, hash, at]))

export async function exportHead(engine: Engine, key: KeyObject, now: Date, file: string): Promise<SignedHead> {
  const head = await asNode(engine, (db) => db.selectFrom('history_head').select(['seq', 'hash']).executeTakeFirstOrThrow())
  const said = { seq: String(head.seq), hash: head.hash, at: now.toISOString() }
  const signed = { ...said, publicKey: publicPart(key), signature: sign(null, bytes(said), key).toString('base64') }
  // whole or not at all: a day counts as done when its file is there
  await writeFile(`${file}.part`, `${JSON.stringify(signed, null, 2)}\n`)
  await rename(`${file}.part`, file)
  return signed
}

/**
 * Reads an exported head from its file and holds the chain against it.
 *
 * @returns what `checkHead` says; `unreadable` when the file holds no head
 * @throws StoreFault file-missing
 */
export async function checkHeadFile(engine: Engine, file: string, key: KeyObject): Promise<HeadCheck> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StoreFault('file-missing', { file, reason: reasonOf(error) }, error)
  })
  const signed = parseHead(text)
  if (signed === null) return { ok: false, reason: 'unreadable' }
  // a head signed by another key proves nothing of this node: whoever rewrites the chain can make a key of his own
  const said = signed.publicKey === publicPart(key) ? await checked(engine, signed) : { ok: false, reason: 'other-key' as const }
  return { ...said, seq: signed.seq, at: signed.at }
}

export type HeadCheck = {
  readonly ok: boolean
  readonly reason: 'signature' | 'rewritten' | 'unreadable' | 'other-key' | null
  readonly seq?: string
  readonly at?: string
}

async function checked(engine: Engine, signed: SignedHead): Promise<HeadCheck> {
  const said = await checkHead(engine, signed)
  return said === 'ok' ? { ok: true, reason: null } : { ok: false, reason: said }
}

function parseHead(text: string): SignedHead | null {
  try {
    const { seq, hash, at, publicKey, signature } = JSON.parse(text)
    const all = [seq, hash, at, publicKey, signature]
    return all.every((one) => typeof one === 'string') && /^\d+$/.test(seq) ? { seq, hash, at, publicKey, signature } : null
  } catch {
    return null
  }
}

/** @returns `ok`, `signature` when the file was changed, `rewritten` when the chain no longer passes through that head */
export async function checkHead(engine: Engine, signed: SignedHead): Promise<'ok' | 'signature' | 'rewritten'> {
  if (!isSigned(signed)) return 'signature'
  if (signed.seq === '0') return signed.hash === GENESIS ? 'ok' : 'rewritten'
  const row = await asNode(engine, (db) => db.selectFrom('history').select('hash').where('seq', '=', BigInt(signed.seq)).executeTakeFirst())
  return row?.hash === signed.hash ? 'ok' : 'rewritten'
}

/** A key that is none is a changed file like any other. */
function isSigned(signed: SignedHead): boolean {
  try {
    return verify(null, bytes(signed), createPublicKey(signed.publicKey), Buffer.from(signed.signature, 'base64'))
  } catch {
    return false
  }
}

/** Reads for the node itself, as the restricted role: a server without the owner's address exports its head too. */
const asNode = <T>(engine: Engine, read: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  engine.app.transaction().execute(async (db) => {
    await actAs(db, SYSTEM)
    return read(db)
  })
