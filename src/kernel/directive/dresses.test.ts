import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../base/fold.ts'
import { type Extraction, readDirective } from './directive.ts'

/**
 * Laws of a reading: a span lies where its words are, and the dress of a letter changes nothing but places. [DIR-1] [DIR-8]
 */
const body = fc.constantFrom(
  'Sở Y tế',
  'Sở Tài chính',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Nông nghiệp và Môi trường',
  'Công an tỉnh',
  'UBND các xã, phường',
  'Ban Quản lý khu kinh tế tỉnh',
  'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  'UBND xã Hòa Thủy',
)
const work = fc.constantFrom(
  'rà soát các công trình thủy lợi đang thi công dở dang trên địa bàn tỉnh, đề xuất phương án sửa chữa',
  'xây dựng kế hoạch phòng, chống bệnh truyền nhiễm trong trường học và tại các khu nhà ở công nhân',
  'hòa giải các tranh chấp đất đai còn tồn đọng, kết hợp tuyên truyền pháp luật cho người dân',
  'kiểm tra việc thực hiện quy chế dân chủ ở cơ sở theo Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ',
  'tổng hợp kết quả, tham mưu UBND tỉnh báo cáo Bộ Nội vụ theo quy định',
)
const when = fc.constantFrom(
  '',
  ', hoàn thành trước ngày 30/6/2025',
  ' trong quý III năm 2025',
  ', định kỳ hằng quý báo cáo UBND tỉnh',
  ' trong vòng 15 ngày',
)
const partner = fc.oneof(
  fc.constant(''),
  body.map((name) => `, phối hợp với ${name} và các đơn vị liên quan`),
)
const order = fc
  .tuple(fc.boolean(), body, partner, work, when)
  .map(([given, lead, others, what, due]) => `${given ? 'Giao ' : ''}${lead} chủ trì${others} ${what}${due}.`)
const letter = fc
  .array(order, { minLength: 7, maxLength: 10 })
  .map((orders) =>
    [
      'ỦY BAN NHÂN DÂN TỈNH BÌNH AN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 215/UBND-TH',
      'Bình An, ngày 10 tháng 02 năm 2025',
      'Kính gửi: Các sở, ban, ngành tỉnh',
      'Thực hiện Chỉ thị số 05/CT-TTg ngày 20/01/2025 của Thủ tướng Chính phủ, UBND tỉnh yêu cầu các sở, ban, ngành và UBND các xã, phường thực hiện các nội dung sau:',
      ...orders.map((words, i) => `${i + 1}. ${words}`),
      'Nơi nhận:',
      '- Như trên;',
    ].join('\n'),
  )

/** What a reading says, without where it says it; words in one dress. */
const meaning = ({ identity, citations, tasks }: Extraction): unknown => ({
  identity,
  citations: citations.map(({ number, date }) => [number, date]),
  tasks: tasks.map(({ quote, lead, coLead, coordinating, openClass, due, period, recipients, check }) => ({
    quote: plain(quote),
    due: { ...due, text: due.text === null ? null : plain(due.text) },
    period: period === null ? null : { ...period, text: plain(period.text) },
    ...{ lead, coLead, coordinating, openClass, recipients, check },
  })),
})
const plain = (words: string): string => fold(words.replace(/\p{Cf}/gu, '')).replace(/\s+/gu, ' ')

/** Each paragraph broken at a width, as the page of a printer breaks it. */
const wrapped = (text: string, width: number): string =>
  text
    .split('\n')
    .map((paragraph) => paragraph.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'gu'), '$1\n').trimEnd())
    .join('\n')
const OTHER_TONES: Readonly<Record<string, string>> = {
  hòa: 'hoà',
  Hòa: 'Hoà',
  hóa: 'hoá',
  thủy: 'thuỷ',
  Thủy: 'Thuỷ',
  HÒA: 'HOÀ',
  Ủy: 'Uỷ',
  ủy: 'uỷ',
}
const withOtherTones = (text: string): string => text.replace(/[\p{L}]+/gu, (word) => OTHER_TONES[word] ?? word)

test('[DIR-1] the dress of a letter changes nothing but places: composed or not, tones, blanks, ends of lines', () => {
  const dress = fc.constantFrom<(text: string) => string>(
    (text) => text.normalize('NFD'),
    withOtherTones,
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll('\n', '\n\n'),
    (text) => `\ufeff${text}`,
    // marks of direction, which turn words around where they are shown
    (text) => text.replaceAll('ở', '\u202eở\u200f'),
    (text) => text.replaceAll('-', '\u2013'),
  )
  fc.assert(
    fc.property(letter, fc.array(dress, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }), (text, dresses, blanks) => {
      const dressed = dresses.reduce((words, put) => put(words), text).replaceAll(' ', ' '.repeat(blanks))
      expect(meaning(readDirective(dressed))).toEqual(meaning(readDirective(text)))
    }),
    { numRuns: 60 },
  )
})

test('[DIR-8] where the page breaks its lines changes nothing', () => {
  fc.assert(
    fc.property(letter, fc.integer({ min: 62, max: 100 }), (text, width) => {
      expect(meaning(readDirective(wrapped(text, width)))).toEqual(meaning(readDirective(text)))
    }),
    { numRuns: 60 },
  )
})

test('[DIR-1] each span lies where its words are', () => {
  fc.assert(
    fc.property(letter, fc.boolean(), (plainText, isApart) => {
      const text = isApart ? plainText.normalize('NFD') : plainText
      const { tasks, citations } = readDirective(text)
      expect(tasks.length).toBeGreaterThan(4)
      for (const cited of citations) expect(text.slice(cited.start, cited.end)).toBe(cited.text)
      for (const { quote, start, end, lead, coordinating, recipients, due, period, spans, rules } of tasks) {
        const at = ([from, to]: readonly [number, number]): string => plain(text.slice(from, to))
        expect(text.slice(start, end)).toBe(quote)
        expect(spans.lead.map(at)).toEqual(lead.map(plain))
        expect(spans.coordinating.map(at)).toEqual(coordinating.map(plain))
        for (const name of recipients) expect(spans.recipients.map(at)).toContain(plain(name))
        expect(spans.due.map(at)).toEqual(due.text === null ? [] : [plain(due.text)])
        expect(spans.period.map(at)).toEqual(period === null ? [] : [plain(period.text)])
        expect([rules.lead.length, rules.coordinating.length, rules.recipients.length]).toEqual([
          lead.length,
          coordinating.length,
          recipients.length,
        ])
        expect([rules.due === null, rules.every === null]).toEqual([due.kind === 'none', period === null])
        for (const [from, to] of [...spans.due, ...spans.period]) expect(start <= from && to <= end).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
