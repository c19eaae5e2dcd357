import type { Context as HonoContext } from 'hono'
import type { Form } from './page.ts'

/**
 * A form as it was typed: urlencoded, or multipart when a file comes with it. Browsers send line ends as CRLF;
 * they become LF, so that positions in a pasted text are those of the text people see.
 */
export async function readForm(c: HonoContext): Promise<Form> {
  const data = await c.req.formData()
  const all = (name: string): readonly string[] =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\r\n', '\n')] : []))
  return {
    all,
    text: (name) => all(name)[0] ?? '',
    async file(name) {
      const value = data.get(name)
      if (value === null || typeof value === 'string' || (value.size === 0 && value.name === '')) return null
      return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
    },
  }
}

/** Lines of a field, blanks and empty lines dropped: how lists of bodies are typed. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
