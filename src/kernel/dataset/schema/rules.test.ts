import { expect, test } from 'vitest'
import { readerOf } from '../cell/cell-reader.ts'
import type { Column } from '../cell/column.ts'
import { readTableSchema } from './table-schema.ts'

/** How cells of one field of a schema are read: the value, or the rule that they break. */
function read(field: object, cells: readonly string[], more: object = {}): unknown {
  const schema = readTableSchema({ fields: [{ name: 'x', ...field }], ...more })
  if (!schema.ok) return schema.refusal.data
  const [of] = schema.value.fields
  if (of === undefined) return null
  const column: Column = { name: 'x', label: 'x', type: of.type, unit: null, meaning: null, form: of.form ?? null, rules: of.rules }
  return cells.map((cell) => {
    const value = readerOf(column)(cell)
    return typeof value === 'object' && value !== null ? value.bad : value
  })
}

// 27-11-2026: «1.50» was not allowed where 1.5 was, and a time without a zone was less than one with
test('[DAT-24] values are held to a schema by what they are: 1.50 is 1.5, a moment the same in every zone, a letter one letter', () => {
  expect(read({ type: 'number', constraints: { enum: [1, 1.5] } }, ['1.0', '1.50', '2'])).toEqual(['1.0', '1.50', 'not-allowed'])
  const moments = { type: 'datetime', constraints: { minimum: '2024-01-01T00:00:00Z' } }
  expect(read(moments, ['2024-01-01T07:00:00+07:00', '2024-01-01T06:59:00+07:00'])).toEqual(['2024-01-01T07:00:00+07:00', 'too-small'])
  expect(read({ type: 'string', constraints: { maxLength: 2 } }, ['😀😀', '😀😀😀'])).toEqual(['😀😀', 'wrong-length'])
  expect(read({ type: 'integer', constraints: { exclusiveMinimum: 0, exclusiveMaximum: 3 } }, ['0', '1', '3'])).toEqual([
    'too-small',
    '1',
    'too-great',
  ])
})

test('[DAT-24] a field has texts of its own that say nothing, and formats; what is not held here is refused', () => {
  expect(read({ type: 'integer', missingValues: ['-9'] }, ['-9', '5'], { missingValues: ['-1'] })).toEqual([null, '5'])
  expect(read({ type: 'string', format: 'email' }, ['a@b.vn', 'a b'])).toEqual(['a@b.vn', 'not-pattern'])
  expect(read({ type: 'string', format: 'uri' }, ['https://a.vn/x', 'a.vn'])).toEqual(['https://a.vn/x', 'not-pattern'])
  expect(read({ type: 'string', format: 'uuid' }, ['0f8fad5b-d9cb-469f-a165-70867728950e', '7'])).toEqual([
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    'not-pattern',
  ])
  expect(read({ type: 'yearmonth' }, ['2024-06', '2024-13'])).toEqual(['2024-06', 'not-pattern'])
  expect(read({ type: 'geopoint' }, ['108.2, 16.05', '108.2'])).toEqual(['108.2, 16.05', 'not-pattern'])
  expect(read({ type: 'string', format: 'email', constraints: { pattern: '.*\\.vn' } }, ['a@b.vn', 'a@b.com', 'vn.vn'])).toEqual([
    'a@b.vn',
    'not-pattern',
    'not-pattern',
  ])
  expect([
    read({ type: 'object' }, []),
    read({ type: 'string', format: 'binary' }, []),
    read({ type: 'string', constraints: { jsonSchema: {} } }, []),
    read({ type: 'string' }, [], { foreignKeys: [{ fields: 'x' }] }),
  ]).toEqual([{ reason: 'type object: x' }, { reason: 'format binary: x' }, { reason: 'jsonSchema: x' }, { reason: 'foreignKeys' }])
})
