import type { Page } from '../page.ts'
import { helpPage } from './help.tsx'
import { sheetPage } from './sheet.tsx'

/** Every page there is. Its order is the order in which addresses are tried. */
export const allPages: readonly Page[] = [helpPage, sheetPage]
