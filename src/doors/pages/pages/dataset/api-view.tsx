import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { datasetDcatHref, withQuery } from '../../addresses.ts'
import { useSay } from '../../components/reader.tsx'
import { isFigure } from './marks.tsx'

/** Questions that run as they stand: of this node, of this dataset. */
export function ApiView({ of, origin }: { of: DatasetView; origin: string }) {
  const say = useSay()
  const base = `/api/v1/datasets/${of.slug}`
  const figure = of.columns.find(({ type }) => isFigure(type))
  const first = of.columns[0]
  // what is not open answers nobody without it
  const token = of.access === 'open' ? '' : '-H "Authorization: Bearer $token" '
  const asks = [
    { what: say('api.describe'), path: base },
    { what: say('api.rows'), path: withQuery(`${base}/rows`, { limit: 3 }) },
    ...(first === undefined
      ? []
      : [
          {
            what: say('api.filter'),
            path: withQuery(`${base}/rows`, {
              filter: `${(figure ?? first).name}:any:`,
              sort: `-${(figure ?? first).name}`,
              limit: 3,
            }),
          },
        ]),
    { what: say('api.dcat'), path: datasetDcatHref(of.slug) },
    { what: say('api.changes'), path: withQuery(`${base}/changes`, { since: Math.max(1, of.current.n - 1), limit: 3 }) },
    ...(of.current.n > 1 ? [{ what: say('api.differences'), path: withQuery(`${base}/differences`, { limit: 3 }) }] : []),
  ]
  return (
    <div className="bd">
      <p className="md">{say('api.lede')}</p>
      {asks.map(({ what, path }) => (
        <section key={path}>
          <h2 className="api-h">
            <a href={path}>{what}</a>
          </h2>
          <div className="codebox">
            <pre>{`curl ${token}'${origin}${path}'`}</pre>
          </div>
        </section>
      ))}
    </div>
  )
}
