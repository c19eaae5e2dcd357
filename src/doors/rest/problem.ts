import { type Language, type Refusal, sentence, statusOf } from '../../base/refusals.ts'

/**
 * The one shape of an answer that is not one (RFC 9457): `{type, title, status, code, detail, instance}`.
 * `code` is permanent; `detail` is for a person. An accident has code `accident` and shows no stack, only the request's id.
 */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly instance?: string
  readonly [extension: string]: unknown
}

export const problemOf = (refusal: Refusal, language: Language): Problem => ({
  type: `urn:lienvung:refusal:${refusal.code}`,
  title: refusal.code,
  status: statusOf(refusal),
  code: refusal.code,
  detail: sentence(refusal, language),
  ...(refusal.data === undefined ? {} : { data: refusal.data }),
})

export const accident = (requestId: string, language: Language): Problem => ({
  type: 'about:blank',
  title: 'accident',
  status: 500,
  code: 'accident',
  detail:
    language === 'vi'
      ? `Máy chủ gặp sự cố khi xử lý yêu cầu này. Báo người quản trị mã ${requestId}.`
      : `Something broke while this request was handled. Give the administrator the code ${requestId}.`,
  instance: requestId,
})

export const problemResponse = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      // how a program says who asks
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  })
