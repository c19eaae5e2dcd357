import { expect, test } from 'vitest'
import { refusedName } from './file-name.ts'

test('[TSK-19] a name that a machine runs is refused, whatever the bytes are and whatever follows the ending', () => {
  for (const name of [
    'a.bat',
    'bao-cao.pdf.bat',
    'a.bat.',
    'a.BAT . ',
    'a.exe',
    'a.js',
    'a.msc',
    'lịch họp.url',
    'a.website',
    'a.chm',
    'a.vb',
    'a.settingcontent-ms',
  ])
    expect([name, refusedName(name, 'text/plain')]).toEqual([name, 'file-runs'])
  expect(refusedName('bao-cao.pdf', 'application/x-msdownload')).toBe('file-runs')
})

test('[TSK-19] a name says what the bytes are', () => {
  expect(refusedName('hop-dong.pdf', 'text/plain')).toBe('file-misnamed')
  expect(refusedName('hop-dong.pdf ', 'text/plain')).toBe('file-misnamed')
  for (const name of ['a.docm', 'a.xlsm', 'a.pptm', 'a.dotm'])
    expect([name, refusedName(name, 'text/plain')]).toEqual([name, 'file-misnamed'])
  expect(refusedName('a.docm', 'application/zip')).toBe(null)
  expect([
    refusedName('hop-dong.pdf', 'application/pdf'),
    refusedName('ghi chép', 'text/plain'),
    refusedName('a.dwg', 'application/octet-stream'),
  ]).toEqual([null, null, null])
})
