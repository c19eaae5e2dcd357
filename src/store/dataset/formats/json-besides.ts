import { type Found, isRecord, type JsonRecord } from './json-record.ts'

/**
 * What a JSON holds beside the records that are taken of it: members that neither describe the records nor the answer they came in.
 * A number or a truth says nothing of anybody. [DAT-120]
 *
 * @source RFC 7946; ArcGIS REST API, Feature layer, Query; CKAN 2.10, `datastore_search`; OData 4.01, JSON format; JSON-stat 2.0
 */
const DESCRIBES_IT: ReadonlySet<string> = new Set([
  ...['type', 'name', 'crs', 'bbox', 'id', 'href', 'class', 'label', 'title', 'description', 'source', 'updated', 'role', 'version'],
  ...['license', 'licence', 'attribution', 'copyright', 'generator', 'timestamp', 'timeStamp', 'language', '$schema', '@context'],
  ...['fields', 'columns', 'header', 'headers', 'schema', 'index', 'dimension', 'links', '_links', 'link', 'help', 'status', 'code'],
  ...['message', 'error', 'errors', 'messages', 'resource_id', 'records_format', 'next', 'previous', 'prev', 'first', 'last'],
  ...['objectIdFieldName', 'globalIdFieldName', 'uniqueIdField', 'displayFieldName', 'fieldAliases', 'geometryType', 'geometryProperties'],
  ...['spatialReference', '@odata.context', '@odata.nextLink', '@odata.count', 'timezone', 'timezone_abbreviation'],
])

/** @param lists of records that are offered as parts @returns the names of what else there is, with those of what holds it */
export function besidesIn(read: unknown, { of }: Pick<Found, 'of'>, lists: readonly Found[]): readonly string[] {
  if (!isRecord(read) || of === undefined) return []
  return (within(read, of, '', MOST_WRAPPED) ?? []).filter((name) => lists.every((list) => list.name !== name))
}
const MOST_WRAPPED = 6

/** @returns null: the records do not lie here */
function within(record: JsonRecord, of: NonNullable<Found['of']>, path: string, left: number): readonly string[] | null {
  const isHolder = record === of.record
  const entries = Object.entries(record)
  const inner = new Map(
    isHolder || left === 0
      ? []
      : entries.flatMap(([name, value]) => {
          const met = isRecord(value) ? within(value, of, `${path}${name}.`, left - 1) : null
          return met === null ? [] : [[name, met] as const]
        }),
  )
  if (!isHolder && inner.size === 0) return null
  return entries.flatMap(([name, value]) => {
    const met = inner.get(name)
    if (met !== undefined) return met
    const isOwn = (isHolder && of.own.includes(name)) || DESCRIBES_IT.has(name) || /_units$/.test(name)
    return isOwn || !saysMore(value) ? [] : [`${path}${name}`]
  })
}

const saysMore = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value !== null && Object.keys(value).length > 0
