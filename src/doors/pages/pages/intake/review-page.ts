import { documentGet } from '../../../../operations/document/get-document.ts'
import { addresses } from '../../addresses.ts'
import { type Page, refused } from '../../page.ts'
import { act } from './acts.ts'
import { showReview } from './review.tsx'

/** The review of one directive: shown, and acted on. After each act the next task that waits is opened. */
export const reviewPage: Page = {
  path: `${addresses.intake}/:slug`,
  get: async (asked) => {
    const found = await asked.ask(documentGet, { id: asked.param('slug') })
    return found.ok ? showReview(asked, found.value, null) : refused(found.refusal)
  },
  post: async (asked, form) => {
    const found = await asked.ask(documentGet, { id: asked.param('slug') })
    return found.ok ? act(asked, found.value, form) : refused(found.refusal)
  },
}
