/**
 * What script adds to pages that work without it. Each part looks for what it improves and does nothing where it is not:
 * one small file for every page, no framework; only `meanwhile` and `upload` ask something of their own.
 */
import { drafts } from './drafts.ts'
import { quietSubmit } from './forms.ts'
import { keys } from './keys.ts'
import { map } from './map.ts'
import { meanwhile } from './meanwhile.ts'
import { print } from './print.ts'
import { review } from './review.ts'
import { reviewKeys } from './review-keys.ts'
import { selection } from './selection.ts'
import { theme } from './theme.ts'
import { upload } from './upload.ts'

keys()
theme()
print()
upload()
quietSubmit()
review()
selection()
drafts()
reviewKeys()
meanwhile()
map()
