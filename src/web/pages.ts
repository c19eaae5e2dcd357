/**
 * What script adds to pages that work without it. Each part looks for what it improves and does nothing where it is not:
 * one small file for every page, no framework, no request of its own.
 */
import { quietSubmit } from './forms.ts'
import { keys } from './keys.ts'
import { print } from './print.ts'
import { review } from './review.ts'
import { theme } from './theme.ts'

keys()
theme()
print()
quietSubmit()
review()
