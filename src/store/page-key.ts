/** How a store writes the key of a page; it is read, and refused when it is none, where it is asked with. */
export { isDayKey, isInstantKey, isUuid, readKey, writeKey } from '../operations/page-key.ts'
