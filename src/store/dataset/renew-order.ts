import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'
import { StoreFault } from '../engine/faults.ts'

/**
 * Texts of datasets are ordered by a library that comes with the database, and indexes hold its order. Where another version of it
 * is found, they are made again; who may not make them is told who can. [STO-30]
 *
 * @cost nothing, but for that day: some seconds for each million rows
 */
export async function renewOrder(engine: Engine, log: (line: string) => void): Promise<void> {
  const { rows } = await sql<{ changed: boolean }>`
    select collversion is distinct from pg_collation_actual_version(oid) as changed
    from pg_collation where oid = 'vietnamese'::regcollation`.execute(engine.app)
  if (rows[0]?.changed !== true) return
  try {
    await engine.asOwner((owner) => owner.script('call renew_order()'))
    log(
      'Thư viện sắp chữ của cơ sở dữ liệu đã đổi; các chỉ mục đã được lập lại. / The library that orders texts changed; indexes were made again.',
    )
  } catch (error) {
    if (!(error instanceof StoreFault) || error.code !== 'no-owner') throw error
    log(
      'Thư viện sắp chữ của cơ sở dữ liệu đã đổi: chạy «lienvung upgrade» để lập lại chỉ mục. / The library that orders texts changed: run “lienvung upgrade”.',
    )
  }
}
