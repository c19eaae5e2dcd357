import type { ReactNode } from 'react'
import type { Refusal } from '../../../../../base/refusals.ts'
import { datasetSummary } from '../../../../../operations/dataset/rows/summarise-rows.ts'
import type { DatasetView } from '../../../../../operations/dataset/views.ts'
import { datasetHref } from '../../../addresses.ts'
import { useSay } from '../../../components/reader.tsx'
import type { Asked } from '../../../page.ts'

/** Values offered of a column that tells the rows of a unit apart. */
const MOST = 20

/** A test of rows in words: «Cây trồng»: «Lúa». */
const words = (of: DatasetView, test: string): string => {
  const [name = '', , ...value] = test.split(':')
  return `«${of.columns.find((column) => column.name === name)?.label ?? name}»: «${value.join(':')}»`
}

function hrefOf(asked: Asked, of: DatasetView, tests: readonly string[]): string {
  const kept = Object.fromEntries([...asked.query].filter(([name]) => name !== 'loc'))
  return datasetHref(of.slug, kept) + tests.map((test) => `&loc=${encodeURIComponent(test)}`).join('')
}

/** Which rows are told; and where a unit has several of them, by which values one is left, for a reader to choose. [DAT-87] */
export async function carriedRows(asked: Asked, of: DatasetView, tests: readonly string[], refusal: Refusal | null): Promise<ReactNode> {
  const example =
    refusal?.code === 'place-in-several-rows' ? new URLSearchParams(String(refusal.data?.['filter'] ?? '')).getAll('filter') : []
  const [first = '', ...others] = example
  const by = first.split(':')[0] ?? ''
  const found = by === '' ? null : await asked.ask(datasetSummary, { id: of.id, by, measure: 'count', filter: [...tests, ...others] })
  const values = found?.ok === true && found.value.step === 'value' ? found.value.items.flatMap(({ key }) => key ?? []) : []
  const offered = values.slice(0, MOST).map((value) => `${by}:eq:${value}`)
  const all = offered.length > 0 ? offered : example.slice(0, 1)
  return (
    <>
      {tests.length === 0 ? null : <Only words={tests.map((test) => words(of, test)).join(', ')} href={hrefOf(asked, of, [])} />}
      {all.length === 0 ? null : (
        <Offered links={all.map((test) => ({ label: words(of, test), href: hrefOf(asked, of, [...tests, test, ...others]) }))} />
      )}
    </>
  )
}

function Only({ words: said, href }: { words: string; href: string }) {
  const say = useSay()
  return (
    <p className="bd">
      {say('carried.only', { rows: said })} <a href={href}>{say('carried.all-rows')}</a>
    </p>
  )
}

function Offered({ links }: { links: readonly { readonly label: string; readonly href: string }[] }) {
  const say = useSay()
  return (
    <div className="bd">
      <p>{say('carried.choose-rows')}</p>
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
