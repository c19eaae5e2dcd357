import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, repaired } from './encoding.ts'
import { isSyllable } from './syllable.ts'

/** As the bytes of a file; each character stands for one byte. */
const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => character.charCodeAt(0)))
const READ = 'Ủy ban nhân dân giao Sở Y tế kiểm tra các cơ sở, báo cáo trước ngày 30'
const TCVN3 = 'ñy ban nh©n d©n giao Së Y tÕ kiÓm tra c¸c c¬ së, b¸o c¸o tr\u00ad\u00edc ngµy 30'
const VNI = 'UÛy ban nhaân daân giao Sôû Y teá kieåm tra caùc cô sôû, baùo caùo tröôùc ngaøy 30'

test('[DOC-7] a file in TCVN3, VNI or Windows-1258 is read as what it says', () => {
  expect(decode(bytes(TCVN3))).toEqual({ text: READ.replace('Ủ', 'ủ'), legacy: 'tcvn3' })
  expect(decode(bytes(VNI))).toEqual({ text: READ, legacy: 'vni' })
  // 1258 writes the tone after its letter
  expect(decode(bytes('Th\u00e0nh ph\u00f4\u00ec \u00f0\u00ea\u00cc nghi\u00f2'))).toEqual({
    text: 'Thành phố đề nghị',
    legacy: 'windows-1258',
  })
})

test('[DOC-7] pasted from such a font it is the same text in the wrong letters, and is put right', () => {
  expect(repaired(TCVN3)).toEqual({ text: READ.replace('Ủ', 'ủ'), legacy: 'tcvn3' })
  expect(repaired(VNI)).toEqual({ text: READ, legacy: 'vni' })
})

test('[DOC-7] TCVN3 has no capitals with a tone: a word whose other letters are capital was one', () => {
  expect(repaired('UBND THµNH PHè §µ N½NG vÒ viÖc trång c©y ë c¸c x·')?.text).toBe('UBND THÀNH PHỐ Đà NẴNG về việc trồng cây ở các xã')
})

test.each(['Sở Y tế', 'xã hội', 'le café est fermé à Noël', 'xã hà ló dì', 'plain ASCII', '', '§ 5, © 2026, 30 °C'])(
  '[DOC-7] «%s» stays as it is',
  (text) => {
    expect(repaired(text)).toBeNull()
    expect(decode(new TextEncoder().encode(text))).toEqual({ text, legacy: null })
  },
)

test('[DOC-7] bytes that no table makes words of are refused, and so is what is no text', () => {
  for (const unread of [
    bytes('caf\u00e9 \u00ff\u00fe\u0081'),
    Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0xff),
    Uint8Array.of(0x41, 0),
  ])
    expect(decode(unread)).toBeNull()
})

test('[DOC-7] law: whatever Unicode says it is is taken as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const whole = `Ủy ban nhân dân xã ${text.replaceAll('\0', '').replace(/^\ufeff/, '')}`
      expect(decode(new TextEncoder().encode(whole))).toEqual({ text: whole, legacy: null })
      expect(decode(Buffer.from(`\ufeff${whole}`, 'utf16le'))?.text).toBe(whole)
    }),
  )
})

test('[DOC-7] a syllable has an onset, a rhyme and at most one tone', () => {
  expect(['nghiêng', 'Thuỷ', 'quyết', 'ươi', 'yêu', 'khuỷu', 'gì', 'ĐƯỢC'].filter((word) => !isSyllable(word))).toEqual([])
  expect(['teá', 'nhaân', 'kàá', 'zô', 'bcd'].filter(isSyllable)).toEqual([])
})
