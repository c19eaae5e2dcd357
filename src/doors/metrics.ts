import type { MiddlewareHandler } from 'hono'

/**
 * What Prometheus asks for, as text: requests by method and status class, and how long they took.
 * No addresses as labels: they would name records, and grow without end.
 */
const BOUNDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const

export function metrics(): { readonly measure: MiddlewareHandler; readonly text: () => string } {
  const requests = new Map<string, number>()
  const buckets = BOUNDS.map(() => 0)
  let sum = 0
  let count = 0
  return {
    measure: async (c, next) => {
      const started = performance.now()
      await next()
      const seconds = (performance.now() - started) / 1000
      const key = `method="${c.req.method}",status="${Math.floor(c.res.status / 100)}xx"`
      requests.set(key, (requests.get(key) ?? 0) + 1)
      for (const [i, bound] of BOUNDS.entries()) if (seconds <= bound) buckets[i] = (buckets[i] ?? 0) + 1
      sum += seconds
      count += 1
    },
    text: () =>
      [
        '# HELP lienvung_requests_total Requests answered.',
        '# TYPE lienvung_requests_total counter',
        ...[...requests].map(([labels, n]) => `lienvung_requests_total{${labels}} ${n}`),
        '# HELP lienvung_request_seconds Time to answer, in seconds.',
        '# TYPE lienvung_request_seconds histogram',
        ...BOUNDS.map((bound, i) => `lienvung_request_seconds_bucket{le="${bound}"} ${buckets[i]}`),
        `lienvung_request_seconds_bucket{le="+Inf"} ${count}`,
        `lienvung_request_seconds_sum ${sum.toFixed(6)}`,
        `lienvung_request_seconds_count ${count}`,
        '# HELP lienvung_resident_bytes Memory held by the process.',
        '# TYPE lienvung_resident_bytes gauge',
        `lienvung_resident_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n'),
  }
}
