import type { Progress } from '../store/backup/progress.ts'

/** «3/24 bảng, 15.230 dòng»: a line after each table of a backup or a restore. */
export const progressWords = ({ tables, of, rows }: Parameters<Progress>[0]): string =>
  `${tables}/${of} bảng, ${inVietnamese.format(rows)} dòng / ${tables} of ${of} tables, ${inEnglish.format(rows)} rows`

const inVietnamese = new Intl.NumberFormat('vi')
const inEnglish = new Intl.NumberFormat('en')
