/** How a store writes the key of a page; it is read, and refused when it is none, where it is asked with. */
export { isDayKey, isInstantKey, isUuid, readKey } from '../operations/page-key.ts'
export const writeKey = (order: string, id: string): string => Buffer.from(JSON.stringify([order, id])).toString('base64url')
