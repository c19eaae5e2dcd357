import { holdsFiguresOfPerson, isPersonal } from '../../../kernel/dataset/understanding/personal.ts'
import { type Found, isRecord, type JsonRecord } from './json-record.ts'
import { isScalars } from './json-tables.ts'
import { Exact } from './records.ts'

/**
 * What a JSON holds beside the records that are taken of it: members that neither describe the records nor the answer they came in.
 * A name excuses what its format puts under it, and nothing else; what tells of errors tells of records, and is never excused.
 * [DAT-120]
 *
 * @source RFC 7946; ArcGIS REST API, Feature layer, Query; CKAN 2.10, `datastore_search`; OData 4.01, JSON format; JSON-stat 2.0
 */
const TEXTS: ReadonlySet<string> = new Set([
  ...['type', 'href', 'class', 'title', 'description', 'source', 'updated', 'version', 'license', 'licence', 'attribution', 'copyright'],
  ...['generator', 'timestamp', 'timeStamp', 'language', '$schema', '@context', 'help', 'status', 'code', 'resource_id', 'records_format'],
  ...['next', 'previous', 'prev', 'first', 'last', 'objectIdFieldName', 'globalIdFieldName', 'displayFieldName', 'geometryType'],
  ...['@odata.context', '@odata.nextLink', '@odata.count', 'timezone', 'timezone_abbreviation'],
])
/** Short ones, in which a person may stand as well. */
const NAMES: ReadonlySet<string> = new Set(['name', 'id', 'role', 'label'])
/** Of fields, each with what is said of it. */
const FIELDS: ReadonlySet<string> = new Set(['fields', 'columns', 'schema'])
const HEADINGS: ReadonlySet<string> = new Set(['header', 'headers'])
/** Of texts under names that the file chooses. */
const MAPS: ReadonlySet<string> = new Set([
  ...['crs', 'bbox', 'dimension', 'role', 'links', '_links', 'link', 'uniqueIdField', 'fieldAliases', 'geometryProperties'],
  ...['spatialReference', '@context'],
])
const OF_FIELD: ReadonlySet<string> = new Set([
  ...['id', 'name', 'type', 'title', 'label', 'text', 'code', 'alias', 'description', 'notes', 'note', 'format', 'unit', 'units', 'length'],
  ...['info', 'type_override', 'sqlType', 'domain', 'codedValues', 'range', 'defaultValue', 'nullable', 'editable', 'precision', 'scale'],
  ...['constraints', 'required', 'unique', 'enum', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'example', 'rdfType'],
  ...['fields', 'columns', 'primaryKey', 'foreignKeys', 'missingValues', 'pandas_version', 'properties', 'items', '$schema', '$id', '$ref'],
  ...['decimalChar', 'groupChar', 'comment', 'dataTypeName', 'fieldName', 'renderTypeName', 'position', 'tz', 'ordered'],
])

/** @param lists of records that are offered as parts @returns the names of what else there is, with those of what holds it */
export function besidesIn(read: unknown, { of }: Pick<Found, 'of'>, lists: readonly Found[]): readonly string[] {
  if (!isRecord(read) || of === undefined) return []
  const isKept = (name: string, value: unknown): boolean =>
    describes(name, value) || (name === 'index' && isScalars(value) && lists.some(({ records }) => records.length === value.length))
  return (within(read, of, '', MOST_WRAPPED, isKept) ?? []).filter((name) => lists.every((list) => list.name !== name))
}
const MOST_WRAPPED = 6

/** @returns null: the records do not lie here */
function within(
  record: JsonRecord,
  of: NonNullable<Found['of']>,
  path: string,
  left: number,
  isKept: (name: string, value: unknown) => boolean,
): readonly string[] | null {
  const isHolder = record === of.record
  const entries = Object.entries(record)
  const inner = new Map(
    isHolder || left === 0
      ? []
      : entries.flatMap(([name, value]) => {
          const met = isRecord(value) ? within(value, of, `${path}${name}.`, left - 1, isKept) : null
          return met === null ? [] : [[name, met] as const]
        }),
  )
  if (!isHolder && inner.size === 0) return null
  return entries.flatMap(([name, value]) => {
    const met = inner.get(name)
    if (met !== undefined) return met
    const isOwn = (isHolder && of.own.includes(name)) || isKept(name, value)
    return isOwn || !saysMore(value) ? [] : [`${path}${name}`]
  })
}

/** A truth says nothing of anybody, a number only where it is built as that of a person. */
function saysMore(value: unknown): boolean {
  const scalar = scalarText(value)
  if (scalar === null) return typeof value === 'object' && value !== null && Object.keys(value).length > 0
  return typeof value === 'string' ? value.trim() !== '' : holdsFiguresOfPerson(scalar)
}

function describes(name: string, value: unknown): boolean {
  const text = scalarText(value)
  if (text !== null && NAMES.has(name)) return !isPersonal(text)
  if (text !== null && TEXTS.has(name)) return !holdsFiguresOfPerson(text)
  if (HEADINGS.has(name)) return isScalars(value) && holdsOnly(value, isPersonal, null)
  if (FIELDS.has(name)) return holdsOnly(value, holdsFiguresOfPerson, OF_FIELD)
  return (MAPS.has(name) || /_units$/.test(name)) && holdsOnly(value, isPersonal, null)
}

/** @param known what a text or a list of texts may stand under; null: whatever @returns false too where not all of it is seen */
function holdsOnly(value: unknown, isOfPerson: (text: string) => boolean, known: ReadonlySet<string> | null): boolean {
  const text = scalarText(value)
  if (text !== null) return !isOfPerson(text)
  // a hole: a large list, of which the outline has the first elements
  if (Array.isArray(value)) return Object.keys(value).length === value.length && value.every((one) => holdsOnly(one, isOfPerson, known))
  return Object.entries(value as JsonRecord).every(
    ([name, one]) =>
      !isPersonal(name) && (isRecord(one) || known === null || known.has(name) || !saysMore(one)) && holdsOnly(one, isOfPerson, known),
  )
}

/** @returns null: it is made of parts */
function scalarText(value: unknown): string | null {
  if (value instanceof Exact) return value.text
  return typeof value === 'object' && value !== null ? null : String(value ?? '')
}
