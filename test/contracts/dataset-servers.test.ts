import { afterEach, expect, test, vi } from 'vitest'
import { importCommit } from '../../src/operations/dataset/import/commit-import.ts'
import { importerOver } from '../../src/store/dataset/import/importer.ts'
import { onNodes } from '../support/dataset-node.ts'
import { engines } from '../support/engines.ts'
import { got } from '../support/entrance.ts'

/** What one server tells others of its work. */
onNodes(
  (node) => {
    afterEach(() => {
      vi.useRealTimers()
    })

    // 2026-11-27: while keys and indexes were made nothing was said, and after three minutes another server began anew
    test('[DAT-7] a server says that it is alive also while the database makes an index', async () => {
      const first = await node.read('lâu.csv', 'a\n1\n')
      let now = new Date('2026-03-10T03:00:00Z')
      const gate = Promise.withResolvers<null>()
      const held = Promise.withResolvers<null>()
      const engine = {
        ...node.engine,
        asOwner: (async (work) =>
          node.engine.asOwner((owner) =>
            work({
              ...owner,
              script: async (text: string) => {
                if (text.includes('add primary key')) {
                  held.resolve(null)
                  await gate.promise
                }
                return owner.script(text)
              },
            }),
          )) as typeof node.engine.asOwner,
      }
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const { store, data } = node
      const importer = importerOver({ engine, store, data, home: 'Đà Nẵng', now: () => now, report: () => {} })
      await node.importer.stop()
      got(await node.call(importCommit, node.at(), { id: first.id, title: 'Lâu' }))
      const working = importer.idle()
      await held.promise
      const said = async () =>
        (await node.engine.asOwner((owner) => owner.query('select changed_at from dataset_import where id = $1', [first.id])))[0]?.[
          'changed_at'
        ]
      const before = await said()
      now = new Date('2026-03-10T03:05:00Z')
      vi.advanceTimersByTime(31_000)
      await vi.waitFor(async () => expect(await said()).not.toEqual(before))
      gate.resolve(null)
      await working
      expect((await node.show(first.id)).state).toBe('done')
    })
  },
  engines.filter(({ name }) => name !== 'pglite'),
)
