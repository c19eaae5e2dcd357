import type { ImportView } from '../../../../../operations/dataset/import/views.ts'

/** What a new dataset may be called: as the line above its table says, else as its file is called. [DAT-109] */
export const proposedTitle = ({ reading, fileName }: Pick<ImportView, 'reading' | 'fileName'>): string =>
  reading?.around?.title?.value ?? fileName.replace(/\.[a-z0-9]{2,8}$/i, '').replaceAll(/[_-]+/g, ' ')
