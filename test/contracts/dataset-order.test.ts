import { expect, test } from 'vitest'
import { datasetRows } from '../../src/operations/dataset/rows/list-rows.ts'
import { renewOrder } from '../../src/store/dataset/renew-order.ts'
import { onNodes } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'

/** As a dictionary has them; by code points «Đ», «ă» and «ơ» would come after «z». */
const WORDS = [
  ...['An Giang', 'Ăn', 'Ân Thi', 'bả', 'bã', 'Bà Rịa', 'Bạc Liêu', 'Bắc Ninh', 'Cà Mau', 'Dz', 'Đà Nẵng', 'đỏ', 'En', 'Êđê'],
  ...['Lai Châu', 'Lạng Sơn', 'Lào Cai', 'Lâm Đồng', 'O', 'Ô Môn', 'Ơn', 'Thua', 'Thừa Thiên Huế', 'Ủy', 'Ưng', 'Vĩnh Long', 'Zơn'],
]

onNodes((node) => {
  const SHUFFLED = WORDS.toSorted((a, b) => (a < b ? -1 : 1))

  test('[DAT-93] texts stand in the order of a Vietnamese dictionary, both ways, on every page, and so are they compared', async () => {
    const csv = `mã,tên\n${SHUFFLED.map((word, i) => `${i},${word}`).join('\n')}\n`
    const one = await node.take('từ.csv', csv, { title: 'Thứ tự chữ', key: ['ten'] })
    const names = async (given: object): Promise<unknown[]> => (await node.rows(one.id, given)).map((row) => row['ten'])
    expect(await names({ sort: 'ten' })).toEqual(WORDS)
    expect(await names({ sort: '-ten' })).toEqual(WORDS.toReversed())
    const paged: unknown[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: { items: readonly { values: Readonly<Record<string, unknown>> }[]; next: string | null } = got(
        await node.call(datasetRows, node.at(), { id: one.id, sort: 'ten', limit: 4, ...(after === '' ? {} : { after }) }),
      )
      paged.push(...page.items.map(({ values }) => values['ten']))
      after = page.next ?? undefined
    }
    expect(paged).toEqual(WORDS)
    for (const [i, word] of WORDS.entries()) {
      expect(await names({ sort: 'ten', filter: `ten:ge:${word}` })).toEqual(WORDS.slice(i))
      expect(await names({ sort: 'ten', filter: `ten:lt:${word}` })).toEqual(WORDS.slice(0, i))
      expect(await names({ filter: `ten:eq:${word}` })).toEqual([word])
    }
    // a column that a later version brings has the order too
    await node.take('từ 2.csv', csv.replace('mã,tên', 'mới,tên').replaceAll(/^\d+,(.*)$/gm, '$1,$1'), { dataset: one.id })
    expect((await node.rows(one.id, { sort: 'moi' })).map((row) => row['moi'])).toEqual(WORDS)
  })

  test.each([
    ['50%', ['giảm 50%']],
    ['%', ['giảm 50%', '100 %']],
    ['a_b', ['a_b']],
    ['\\', ['đường\\dẫn']],
    ['duong\\d', ['đường\\dẫn']],
    ['hue - da nang', ['Huế – Đà Nẵng']],
    ["'", ["Ea H'leo"]],
    ['GIẢM', ['giảm 50%']],
    ['niño', ['El Niño']],
    ['nino', ['El Niño']],
    ['MÜLLER å', ['Müller Å']],
    ['(', []],
  ])('[DAT-94] a text that is looked for is what was typed, sign by sign: %j', async (typed, found) => {
    const texts = ['giảm 50%', '50 phần', '100 %', 'a_b', 'acb', 'đường\\dẫn', 'Huế – Đà Nẵng', "Ea H'leo", 'El Niño', 'Müller Å']
    const id = 'tim-chu'
    if (!(await node.call(datasetRows, node.at(), { id })).ok)
      await node.take('tìm.csv', `tên\n${texts.join('\n')}\n`, { title: 'Tìm chữ', columns: [{ name: 'ten', type: 'text' }] })
    expect((await node.rows(id, { filter: `ten:has:${typed}` })).map((row) => row['ten'])).toEqual(found)
  })
})

onNodes((node) => {
  test('[STO-30] where the library that orders texts is another than indexes were made by, they are made again, and it is said once', async () => {
    await node.take('cũ.csv', `tên\n${WORDS.join('\n')}\n`, { title: 'Chỉ mục cũ', key: ['ten'] })
    const log: string[] = []
    const file = async (): Promise<unknown> =>
      (
        await node.engine.asOwner((owner) =>
          owner.query("select relfilenode from pg_class where relkind = 'i' and relname ~ '^d[0-9]+_c1_id_idx$'"),
        )
      ).map((row) => row['relfilenode'])
    const before = await file()
    await renewOrder(node.engine, (line) => log.push(line))
    expect([log, await file()]).toEqual([[], before])
    await node.engine.asOwner((owner) =>
      owner.script(`
        alter collation vietnamese rename to today;
        create collation vietnamese (provider = icu, locale = 'vi', version = '1');
        call order_dataset_texts()`),
    )
    const made = await file()
    await renewOrder(node.engine, (line) => log.push(line))
    await renewOrder(node.engine, (line) => log.push(line))
    expect([log.length, await file()]).toEqual([1, [expect.anything()]])
    expect(await file()).not.toEqual(made)
  })
})
