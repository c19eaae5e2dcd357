import { expect, test } from 'vitest'
import { registry } from '../../operations/registry.ts'
import { help, helpOf, understand } from './cli.ts'

const said = (...argv: string[]): unknown => {
  const understood = understand(registry, argv)
  return 'fault' in understood ? understood.fault : [understood.operation.name, understood.fields]
}

test('one word stands for the field that a command is about; flags for the others', () => {
  expect(said('place', 'resolve', 'Hòa Khánh', '--on', '1/7/2025', '--limit=5', '--json')).toEqual([
    'place.resolve',
    { q: 'Hòa Khánh', on: '1/7/2025', limit: '5' },
  ])
})

// 25-11-2026: what was not understood was said in English, or in half a sentence of each
test.each([
  [
    ['place', 'tìm'],
    'Không có lệnh «place tìm». Gõ «lienvung help» để xem các lệnh. / There is no command “place tìm”. “lienvung help” lists the commands.',
  ],
  [['place', 'list', '--ngay', '1/7/2025'], 'Không có tham số «--ngay». / There is no argument “--ngay”.'],
  [['place', 'list', '--__proto__', 'x'], 'Không có tham số «--__proto__». / There is no argument “--__proto__”.'],
  [
    ['place', 'list', '--on'],
    'Thiếu giá trị sau «--on»; giá trị bắt đầu bằng dấu gạch thì ghi --on=-…. / A value is missing after “--on”; one that begins with a dash is written --on=-….',
  ],
  [
    ['place', 'list', '--on', '--json'],
    'Thiếu giá trị sau «--on»; giá trị bắt đầu bằng dấu gạch thì ghi --on=-…. / A value is missing after “--on”; one that begins with a dash is written --on=-….',
  ],
  [['place', 'list', '--json=1'], 'Tham số «--json» không nhận giá trị. / The argument “--json” takes no value.'],
  [['place', 'list', '--limit', 'nhiều'], '«--limit» cần số nguyên, không phải «nhiều». / “--limit” needs a whole number, not “nhiều”.'],
  [['place', 'list', '--limit', '2.5'], '«--limit» cần số nguyên, không phải «2.5». / “--limit” needs a whole number, not “2.5”.'],
  [
    ['place', 'resolve', 'Hòa', 'Khánh'],
    'Thừa «Khánh». Nhiều từ thì đặt trong dấu nháy: "Hòa Khánh". / “Khánh” is one word too many. Several words go between quotation marks: "Hòa Khánh".',
  ],
  [
    ['region', 'list', 'miền-trung'],
    'Thừa «miền-trung». Nhiều từ thì đặt trong dấu nháy: "Hòa Khánh". / “miền-trung” is one word too many. Several words go between quotation marks: "Hòa Khánh".',
  ],
])('%j is answered in both languages, Vietnamese first', (argv, sentence) => {
  expect(said(...argv)).toBe(sentence)
})

test('no command of the registry says a word of the machine when its flags are given wrongly', () => {
  const faults = registry.flatMap(({ name }) => {
    const [noun = '', verb = ''] = name.split('.')
    return [said(noun, verb, '--không-có'), said(noun, verb, '--json=1')]
  })
  expect(faults.filter((fault) => typeof fault !== 'string' || !/^[^/]+[.»] \/ (?:There|The) /.test(fault))).toEqual([])
})

// 27-11-2026: «directive extract» stood twice in the help, once with the flags of the registry
test('a command that the main program does itself stands once in the help', () => {
  const lines = help(registry, [['directive extract TỆP [--json]', 'Đọc']])
    .split('\n')
    .filter((line) => line.startsWith('  directive extract'))
  expect(lines).toEqual(['  directive extract TỆP [--json]'])
})

test('[DAT-95] help of a command says what it takes, what is needed, and what each may be', () => {
  const give = registry.find(({ name }) => name === 'duty.give')
  const told = give === undefined ? '' : helpOf(give)
  expect(told).toContain('lienvung duty give')
  expect(told).toMatch(/--role administrator\|clerk\|.*bắt buộc/)
  expect(told).toContain('today, when absent')
})
