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
  expect(read({ type: 'yearmonth' }, ['2024-06', '2024-13', '2024-Q2'])).toEqual(['2024-06', 'not-period', 'not-pattern'])
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

// 27-11-2026: «1.5E5» was less than a minimum of 1000, and «2E0» was not allowed where 2 was
test('[DAT-24] a number with a power of ten is held to bounds and lists by its value', () => {
  const bounds = { type: 'number', constraints: { minimum: 1000, maximum: 200_000 } }
  expect(read(bounds, ['1.5E5', '1.5e+5', '1.5E2', '2.1E5', '1.5E-3'])).toEqual(['1.5E5', '1.5e+5', 'too-small', 'too-great', 'too-small'])
  expect(read({ type: 'number', constraints: { enum: [2, '1.5E5', 1e21] } }, ['2.0E0', '150000', '1.5E5', '1e21', '3'])).toEqual([
    '2.0E0',
    '150000',
    '1.5E5',
    '1e21',
    'not-allowed',
  ])
})

// 27-11-2026: values behind the two thousandth were cut, and rows with them were bad
test('[DAT-24] a list of values is held to as a whole, or the schema is refused', () => {
  const codes = Array.from({ length: 12_000 }, (_, i) => `X${i}`)
  expect(read({ type: 'string', constraints: { enum: codes } }, ['X11999', 'X12000'])).toEqual(['X11999', 'not-allowed'])
  expect(read({ type: 'string', missingValues: codes.map((one) => `-${one}`) }, ['-X11999'])).toEqual([null])
  expect(read({ type: 'string', constraints: { enum: codes.map((one) => one.padEnd(50)) } }, [])).toEqual({ reason: 'enum > 500000: x' })
})

// 27-11-2026: «constructor» was taken for a type, as every object has it
test.each(['constructor', 'toString', '__proto__'])('[DAT-24] %s is no type of a schema, and no form of a day', (name) => {
  expect(read({ type: name }, [])).toEqual({ reason: `type ${name}: x` })
  expect(read({ type: 'date', format: name }, [])).toEqual({ reason: 'format: x' })
})
