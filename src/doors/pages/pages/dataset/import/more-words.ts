import type { Say } from '../../../../../base/text/text.ts'
import type { MoreThanTable } from '../../../../../kernel/dataset/understanding/whole-file.ts'

/** What a file holds beyond its table, in words. */
export const moreWords = (more: readonly MoreThanTable[], say: Say): string => more.map((one) => say(`file-more.${one}`)).join(', ')
