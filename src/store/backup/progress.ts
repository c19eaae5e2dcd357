/** Told after each table of a backup or a restore: how far it is. */
export type Progress = (done: { readonly tables: number; readonly of: number; readonly rows: number }) => void
