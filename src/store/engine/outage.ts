import { Outage } from '../../operations/outage.ts'

/**
 * Which accidents of a database are outages: by SQLSTATE, by the code of the system, and by the words of the driver where
 * it gives no code. The rest are faults of ours and stay what they are.
 */
const FULL = /^(53100|ENOSPC)$/
/** 08 connection · 57P01–03 shut down or starting · 53300 too many connections. */
const AWAY = /^(08\w{3}|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$/
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

export function asOutage(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (FULL.test(code)) return new Outage({ code: 'disk-full' }, error)
  return isAway(error) ? new Outage({ code: 'database-away' }, error) : error
}

export const isAway = (error: unknown): boolean =>
  error instanceof Error && (AWAY.test('code' in error ? String(error.code) : '') || AWAY_WORDS.test(error.message))
