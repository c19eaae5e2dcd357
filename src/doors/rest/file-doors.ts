import type { Language } from '../../base/refusals.ts'

/** The addresses of files, which no operation stands behind: a body of bytes is no list of fields. [DAT-105] */
export type FileDoor = {
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`. */
  readonly path: string
  readonly summary: Readonly<Record<Language, string>>
  /** Fields of the query string, then headers that must be said. */
  readonly query?: readonly string[]
  readonly headers?: readonly string[]
  /** The type of the bytes that are sent; absent: none are. */
  readonly takes?: string
  readonly status: 200 | 201 | 204
  readonly gives: 'kept' | 'upload' | 'bytes' | 'nothing'
}

const PART = '/dataset-uploads/{id}'
const TUS = { takes: 'application/offset+octet-stream', headers: ['Upload-Offset'] } as const

export const fileDoors: readonly FileDoor[] = [
  {
    name: 'file.keep',
    method: 'PUT',
    path: '/files',
    summary: {
      vi: 'Gửi một tệp kèm theo; SHA-256 trả về là tên gọi của tệp',
      en: 'Send a file of evidence; its SHA-256 is how it is named',
    },
    query: ['name'],
    takes: 'application/octet-stream',
    status: 200,
    gives: 'kept',
  },
  {
    name: 'file.get',
    method: 'GET',
    path: '/files/{sha256}',
    summary: { vi: 'Tải một tệp kèm theo', en: 'A file of evidence' },
    status: 200,
    gives: 'bytes',
  },
  {
    name: 'dataset-file.keep',
    method: 'PUT',
    path: '/dataset-files',
    summary: {
      vi: 'Gửi một tệp dữ liệu để nhập; SHA-256 trả về là `file` của import.start',
      en: 'Send a file of data to import; the SHA-256 it answers is `file` of import.start',
    },
    query: ['name'],
    takes: 'application/octet-stream',
    status: 200,
    gives: 'kept',
  },
  {
    name: 'dataset-file.get',
    method: 'GET',
    path: '/datasets/{id}/versions/{version}/file',
    summary: { vi: 'Tải tệp gốc của một phiên bản', en: 'The file a version was made of' },
    status: 200,
    gives: 'bytes',
  },
  {
    name: 'dataset-file.bad-rows',
    method: 'GET',
    path: '/datasets/{id}/versions/{version}/bad-rows',
    summary: { vi: 'Tải các dòng đã để riêng của một phiên bản', en: 'The rows that were left out of a version' },
    status: 200,
    gives: 'bytes',
  },
  {
    name: 'import.bad-rows',
    method: 'GET',
    path: '/dataset-imports/{id}/bad-rows',
    summary: { vi: 'Tải các dòng lỗi của một lần nhập', en: 'The bad rows of an import' },
    status: 200,
    gives: 'bytes',
  },
  {
    name: 'dataset-upload.begin',
    method: 'POST',
    path: '/dataset-uploads',
    summary: { vi: 'Bắt đầu gửi một tệp dữ liệu theo từng phần (tus 1.0.0)', en: 'Begin to send a file of data in parts (tus 1.0.0)' },
    query: ['name'],
    headers: ['Upload-Length'],
    status: 201,
    gives: 'upload',
  },
  {
    name: 'dataset-upload.get',
    method: 'GET',
    path: PART,
    summary: {
      vi: 'Tệp gửi theo phần đã đến đâu; HEAD trả lời chỉ bằng tiêu đề',
      en: 'How much of it is there; HEAD answers in headers alone',
    },
    status: 200,
    gives: 'upload',
  },
  {
    name: 'dataset-upload.append',
    method: 'PATCH',
    path: PART,
    summary: { vi: 'Gửi tiếp từ chỗ máy chủ đã có', en: 'Go on from what the server has' },
    ...TUS,
    status: 204,
    gives: 'nothing',
  },
  {
    name: 'dataset-upload.drop',
    method: 'DELETE',
    path: PART,
    summary: { vi: 'Thôi gửi tệp theo phần', en: 'Give up a file in parts' },
    status: 204,
    gives: 'nothing',
  },
]

const text = { type: 'string' } as const
const size = { type: 'integer', description: 'in bytes' } as const
const sum = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256' } as const
const whole = (properties: Readonly<Record<string, object>>): object => ({
  'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } },
})
const answers: Readonly<Record<FileDoor['gives'], object | null>> = {
  kept: whole({ sha256: sum, size, mediaType: text }),
  upload: whole({
    id: text,
    name: text,
    size,
    offset: size,
    sha256: { ...sum, type: ['string', 'null'], description: 'null: it is not whole yet' },
    expiresAt: { type: 'string', format: 'date-time' },
  }),
  bytes: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  nothing: null,
}

/** A door for files, as OpenAPI has it. */
export function describeFileDoor(door: FileDoor, refused: object): object {
  const inPath = [...door.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const said = (names: readonly string[], place: 'path' | 'query' | 'header') =>
    names.map((name) => ({ name, in: place, required: true, schema: text }))
  const content = answers[door.gives]
  return {
    operationId: door.name,
    summary: door.summary.vi,
    description: door.summary.en,
    tags: ['file'],
    parameters: [...said(inPath, 'path'), ...said(door.query ?? [], 'query'), ...said(door.headers ?? [], 'header')],
    ...(door.takes === undefined
      ? {}
      : { requestBody: { required: true, content: { [door.takes]: { schema: { type: 'string', format: 'binary' } } } } }),
    responses: { [door.status]: { description: 'the answer', ...(content === null ? {} : { content }) }, default: refused },
  }
}
