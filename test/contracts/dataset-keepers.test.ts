import { expect, test } from 'vitest'
import type { Who } from '../../src/kernel/access/who.ts'
import { caller } from '../../src/operations/call.ts'
import { datasetDescribe } from '../../src/operations/dataset/describe-dataset.ts'
import { datasetGet } from '../../src/operations/dataset/get-dataset.ts'
import { importCancel } from '../../src/operations/dataset/import/cancel-import.ts'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importGet } from '../../src/operations/dataset/import/get-import.ts'
import { importLeaveOut } from '../../src/operations/dataset/import/leave-out.ts'
import { importList } from '../../src/operations/dataset/import/list-imports.ts'
import { importReread } from '../../src/operations/dataset/import/reread-import.ts'
import { actAs } from '../../src/store/open-store.ts'
import { onNodes, siteOf } from '../support/dataset-node.ts'
import { got } from '../support/entrance.ts'
import { BUILDING, HEALTH } from '../support/office.ts'
import { person } from '../support/people.ts'

/** Who keeps a dataset when it changes hands, or when another of the same body left an import unanswered. Red 2026-11-28. */
const [one, other, builder] = [person(1, 'steward', HEALTH), person(2, 'steward', HEALTH), person(3, 'steward', BUILDING)]

onNodes((node) => {
  const describe = async (id: string, given: object) => {
    const { version } = got(await node.call(datasetGet, node.at(), { id }))
    got(await node.call(datasetDescribe, node.at(), { id, version, ...given }))
  }
  /** Of a dataset of the health service, with a bad row that waits for its steward's word. */
  const choosing = async (title: string) => {
    const made = await node.take('trước.csv', 'Mã,Số\na,1\nb,2\n', { key: ['ma'], custodian: HEALTH, title })
    const { id } = await node.read('sau.csv', 'Mã,Số\na,5\nb,xx\nc,7\n', { dataset: made.id }, one)
    const { state } = await node.commit(id, { columns: [{ name: 'so', type: 'integer' }] }, one)
    expect(state).toBe('choosing')
    return { made, id }
  }

  test('[DAT-13] what came to another body while its bad rows were looked at gets nothing from who kept it', async () => {
    const { made, id } = await choosing('Chuyển khi đang chọn')
    await describe(made.id, { custodian: BUILDING })
    const refused = { ok: false, refusal: { code: 'not-the-steward' } }
    expect(await node.call(importLeaveOut, node.at(one), { id })).toEqual(refused)
    expect(await node.call(importReread, node.at(one), { id })).toEqual(refused)
    expect(got(await node.call(datasetGet, node.at(), { id: made.id })).current.n).toBe(1)
  })

  test('[DAT-13] what comes to another body after the last word of who kept it, before its rows are shown, is not made', async () => {
    const { made, id } = await choosing('Chuyển khi sắp xong')
    const unwoken = caller(node.store)
    got(await unwoken(importLeaveOut, node.at(one), { id }))
    await describe(made.id, { custodian: BUILDING })
    await node.importer.idle()
    const { state, failure } = await node.show(id)
    expect([state, failure?.code]).toEqual(['failed', 'not-the-steward'])
    expect(await node.rows(made.id)).toEqual([
      { ma: 'a', so: 1 },
      { ma: 'b', so: 2 },
    ])
  })

  test('[DAT-14] the address of a dataset does not count one that became restricted, nor one for who works here', async () => {
    const secret = await node.take('mật.csv', 'a\n1\n', { title: 'Danh sách mật', custodian: HEALTH, access: 'internal' })
    await describe(secret.id, { access: 'restricted' })
    const open = await node.take('mở.csv', 'a\n1\n', { title: 'Danh sách mật', custodian: BUILDING, access: 'open' }, builder)
    expect([secret.slug, open.slug]).toEqual(['danh-sach-mat', `danh-sach-mat-${open.id.slice(0, 8)}`])
  })

  test('[DAT-14] among open datasets of one title the addresses are counted', async () => {
    const made = [1, 2, 3].map((n) => () => node.take(`${n}.csv`, `a\n${n}\n`, { title: 'Trạm công khai', access: 'open' }))
    const slugs: string[] = []
    for (const make of made) slugs.push((await make()).slug)
    expect(slugs).toEqual(['tram-cong-khai', 'tram-cong-khai-2', 'tram-cong-khai-3'])
  })

  test('[DAT-148] whoever keeps a dataset sees what a colleague left unanswered, and ends it; he does not go on with it', async () => {
    const { made, id } = await choosing('Đồng nghiệp để đó')
    const next = await node.read('của tôi.csv', 'Mã,Số\na,100\nb,200\n', { dataset: made.id }, other)
    expect(await node.call(importCommit, node.at(other), { id: next.id })).toMatchObject({ refusal: { code: 'import-under-way' } })
    const listed = got(await node.call(importList, node.at(other), {})).items.filter(({ dataset }) => dataset === made.id)
    expect(new Map(listed.map((each) => [each.id, each.own]))).toEqual(
      new Map([
        [next.id, true],
        [id, false],
      ]),
    )
    const refused = { ok: false, refusal: { code: 'import-of-another' } }
    for (const operation of [importLeaveOut, importReread, importCommit])
      expect(await node.call(operation, node.at(other), { id })).toEqual(refused)
    const page = await (await siteOf(node, () => other).request(`/lam-viec/du-lieu/${id}`)).text()
    const acts = ['dung', 'nhan', 'tra-loi-lai'].filter((act) => page.includes(`value="${act}"`))
    expect([acts, page.includes('Lần nhập này do')]).toEqual([['dung'], true])
    got(await node.call(importCancel, node.at(other), { id }))
    expect((await node.commit(next.id, {}, other)).state).toBe('done')
  })

  test('[DAT-148] so does who gets the dataset from another body, and nobody else', async () => {
    const { made, id } = await choosing('Chuyển khi còn để đó')
    const unknown = { ok: false, refusal: { code: 'not-found', data: { what: 'lần nhập' } } }
    expect(await node.call(importCancel, node.at(builder), { id })).toEqual(unknown)
    await describe(made.id, { custodian: BUILDING })
    expect(await node.call(importCancel, node.at(other), { id })).toEqual(unknown)
    expect(got(await node.call(importGet, node.at(builder), { id })).state).toBe('choosing')
    got(await node.call(importCancel, node.at(builder), { id }))
    const next = await node.read('mới.csv', 'Mã,Số\na,100\nb,200\n', { dataset: made.id }, builder)
    expect((await node.commit(next.id, {}, builder)).state).toBe('done')
  })

  test('[DAT-148] also past the operations he ends what another began, and writes nothing else of it', async () => {
    const { id } = await choosing('Bức tường thứ hai')
    const written = async (who: Who, to: object): Promise<unknown> => {
      let count = -1
      const undone = node.engine.app.transaction().execute(async (db) => {
        await actAs(db, who, true)
        const done = await db.updateTable('dataset_import').set(to).where('id', '=', id).executeTakeFirst()
        count = Number(done.numUpdatedRows)
        throw new Error('undone')
      })
      const error: unknown = await undone.catch((reason: unknown) => reason)
      return error instanceof Error && error.message === 'undone' ? count : 'refused'
    }
    expect(await written(builder, { state: 'cancelled' })).toBe(0)
    expect(await written(other, { state: 'switching' })).toBe('refused')
    expect(await written(other, { made_by: other.id })).toBe('refused')
    expect(await written(other, { state: 'cancelled' })).toBe(1)
    expect(await written(one, { state: 'switching' })).toBe(1)
  })
})
