import type { Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { MOST_COLUMNS } from '../../../kernel/dataset/cell/column.ts'
import type { AskedReading } from '../../../operations/dataset/import/ports.ts'
import { csvSource } from './csv.ts'
import { fgbSource } from './fgb.ts'
import { gpkgSource } from './gpkg.ts'
import { jsonSource } from './json.ts'
import { inRightLetters } from './letters.ts'
import { notRead } from './not-read.ts'
import { parquetSource } from './parquet.ts'
import { shapefileSource } from './shapefile.ts'
import type { Source } from './source.ts'
import { xlsxSource } from './xlsx/book.ts'

/** The sheet or layer that was chosen, null: the one with most rows; and of a file of rows how it is written. */
type Asked = Pick<AskedReading, 'part' | 'dialect'>
const PLAIN = { encoding: null, delimiter: null }

const KNOWN = 'CSV, TSV, XLSX, JSON, NDJSON, GeoJSON, Shapefile (.zip), GeoPackage, FlatGeobuf, Parquet'

/**
 * @param asked what a person said of how it is to be read; null: nothing
 * @param hasHead false: the first row is data, and columns are numbered
 */
export async function openSource(path: string, name: string, hasHead: boolean, asked: Asked | null): Promise<Result<Source, Refusal>> {
  const opened = await sourceOf(path, name, hasHead, asked)
  // before any row is gone through: so many records of so many columns would be gone through for ever
  if (opened.ok && opened.value.head.length > MOST_COLUMNS)
    return refuse({ code: 'import-too-wide', data: { columns: opened.value.head.length, most: MOST_COLUMNS } })
  // whoever says in which letters a file is written has looked at it
  return !opened.ok || asked?.dialect?.encoding != null ? opened : ok(await inRightLetters(opened.value))
}

async function sourceOf(path: string, name: string, hasHead: boolean, asked: Asked | null): Promise<Result<Source, Refusal>> {
  const part = asked?.part ?? null
  const other = await notRead(path, name)
  if (other !== null) return refuse(other)
  const ending = /\.(\w{2,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (['csv', 'tsv', 'txt'].includes(ending)) return csvSource(path, name, hasHead, asked?.dialect ?? PLAIN, part)
  if (ending === 'xlsx') return xlsxSource(path, name, hasHead, part)
  if (['json', 'geojson', 'ndjson', 'jsonl', 'geojsonl'].includes(ending)) return jsonSource(path, name, part)
  if (ending === 'zip') return shapefileSource(path, name, part)
  if (ending === 'gpkg') return gpkgSource(path, name, part)
  if (ending === 'fgb') return fgbSource(path, name)
  if (ending === 'parquet') return parquetSource(path, name)
  return refuse({ code: 'import-format-unknown', data: { name, known: KNOWN } })
}
