import type { Say } from '../../base/text/text.ts'

/** Whose name was erased stands in answers as his id, for whoever holds records together; no page shows one. [PAG-17] */
export const personWords = (say: Say, name: string): string =>
  name === STRANGER ? say('figures.stranger') : ID.test(name) ? say('person.nameless') : name
/** So history has whoever reported a figure without an account. */
const STRANGER = 'khách'
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
