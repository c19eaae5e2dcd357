import type { DatasetView } from '../../../../operations/dataset/views.ts'
import { Card } from '../../components/card.tsx'
import { DayText, Sentence, useLanguage, useSay } from '../../components/reader.tsx'
import { numberWords } from '../../dates.ts'

/** Where the figures come from, step by step, to the version that is read here. */
export function PathOfData({ of }: { of: DatasetView }) {
  const say = useSay()
  const language = useLanguage()
  const { current } = of
  const blanks = { n: numberWords(current.rows, language), bad: numberWords(current.badRows, language) }
  const steps = [
    {
      name: of.source ?? of.custodianName ?? say('path.source'),
      what: of.source === null && of.custodianName === null ? say('datasets.untold') : say('path.source'),
    },
    { name: current.fileName, what: say('path.file') },
    { name: say('path.check'), what: say(current.badRows === 0 ? 'path.check.all' : 'path.check.bad', blanks) },
  ]
  return (
    <Card id="duong-di" title={say('path.title')}>
      <ol className="flow">
        {steps.map(({ name, what }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps of a fixed order
          <li key={i}>
            <b>{name}</b>
            <span>{what}</span>
          </li>
        ))}
        <li className="on">
          <b>Liên Vùng</b>
          <span>
            <Sentence of="path.here" blanks={{ n: current.n }} put={{ day: <DayText of={current.recordedAt.slice(0, 10)} /> }} />
          </span>
        </li>
      </ol>
      <p className="src">
        {say('path.sum')}: <code className="sum">{current.fileSha256}</code>
      </p>
    </Card>
  )
}
