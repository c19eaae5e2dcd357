import type { Language, Refusal } from '../../base/refusals.ts'

export const noDataset = (language: Language): Refusal => ({
  code: 'not-found',
  data: { what: language === 'vi' ? 'bộ dữ liệu' : 'dataset' },
})
export const noImport = (language: Language): Refusal => ({
  code: 'not-found',
  data: { what: language === 'vi' ? 'lần nhập' : 'import' },
})
export const noVersion = (language: Language): Refusal => ({
  code: 'not-found',
  data: { what: language === 'vi' ? 'phiên bản' : 'version' },
})
