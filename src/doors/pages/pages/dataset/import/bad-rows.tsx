import type { ImportView } from '../../../../../operations/dataset/import/views.ts'
import { badRowsHref, importHref } from '../../../addresses.ts'
import { Card, TableFrame } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { NumberText, useLanguage, useSay } from '../../../components/reader.tsx'
import { numberWords } from '../../../dates.ts'
import { personWords } from '../../../person-words.ts'

/** A good row that was to be left out. */
const isAsked = (bad: ImportView['bad'][number]['bad']): boolean => bad === 'total' || bad === 'note' || bad === 'heading'

/** Columns are left out, and which of its cells are theirs is not known. [DAT-104] */
const isUntold = ({ column, value }: ImportView['bad'][number]): boolean => column === null && value === ''

/** The bad rows of an import, each with its line, column, value and reason; in sight the choice: the good ones, or none. [DAT-4, PAG-31] */
export function BadRows({ of }: { of: ImportView }) {
  const say = useSay()
  const language = useLanguage()
  const shown = (n: number): string => numberWords(n, language)
  const aside = of.bad.filter(({ bad }) => isAsked(bad)).length
  const listed = of.bad.length - aside
  const note = [
    ...(listed < of.rowsBad ? [say('import.bad.first', { n: shown(listed) })] : []),
    ...(aside === 0 ? [] : [say('import.bad.aside', { n: shown(aside) })]),
  ].join(' ')
  return (
    <div className="stack">
      <Notice kind="w">{say('import.bad.lede', { good: shown(of.rowsRead) })}</Notice>
      {of.own ? null : <Notice kind="i">{say('import.bad.of-another', { name: personWords(say, of.madeBy) })}</Notice>}
      <form method="post" action={importHref(of.id)} className="acts">
        {of.own ? (
          <button className="btn" type="submit" name="viec" value="tra-loi-lai">
            {say('import.bad.answer-again')}
          </button>
        ) : null}
        {of.badFile === null ? null : (
          <a className="btn" href={badRowsHref(of.id)} download>
            {say('import.bad.download')}
          </a>
        )}
      </form>
      <Card id="dong-loi" title={say('import.bad.title', { n: shown(of.rowsBad) })} note={note === '' ? undefined : note} flush>
        <TableFrame label={say('table.of', { what: say('import.bad.title', { n: shown(of.rowsBad) }) })}>
          <table className="t t--cards">
            <thead>
              <tr>
                <th scope="col" className="n">
                  {say('import.bad.row')}
                </th>
                <th scope="col">{say('import.bad.column')}</th>
                <th scope="col">{say('import.bad.value')}</th>
                <th scope="col">{say('import.bad.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {of.bad.map((row) => (
                <tr key={`${row.at} ${row.bad}`}>
                  <th scope="row" className="n" data-l={say('import.bad.row')}>
                    <NumberText of={row.at} />
                  </th>
                  <td data-l={say('import.bad.column')}>{row.column ?? <span className="muted">{say('import.bad.whole-row')}</span>}</td>
                  <td data-l={say('import.bad.value')}>{isUntold(row) ? say('bad.untold') : <bdi>{row.value}</bdi>}</td>
                  <td data-l={say('import.bad.reason')}>{say(`bad.${row.bad}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </Card>
      <p className="md muted">{say('import.bad.file')}</p>
      <form method="post" action={importHref(of.id)} className="sticky-act">
        <span className="md">{say('import.bad.counted', { good: shown(of.rowsRead), bad: shown(of.rowsBad) })}</span>
        <span className="acts">
          {of.rowsRead === 0 || !of.own ? null : (
            <button className="btn btn--p" type="submit" name="viec" value="nhan">
              {say('import.bad.take', { n: shown(of.rowsRead) })}
            </button>
          )}
          <button className="btn btn--d" type="submit" name="viec" value="dung">
            {say('import.cancel')}
          </button>
        </span>
      </form>
    </div>
  )
}
