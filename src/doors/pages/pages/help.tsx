import type { TextKey } from '../../../base/text/text.ts'
import { addresses } from '../addresses.ts'
import { Card } from '../components/card.tsx'
import { Status, statusOrder } from '../components/status.tsx'
import { type Page, view } from '../page.ts'
import { DataHelp } from './help-data.tsx'
import { Roles } from './help-roles.tsx'

/** How the work goes, what the words mean, and the keys. */
const steps = ['help.step.1', 'help.step.2', 'help.step.3', 'help.step.4', 'help.step.5'] as const satisfies readonly TextKey[]
const questions = [
  'changed',
  'blocked',
  'secret',
  'dates',
  'notices',
  'calendar',
  'holidays',
  'extension',
  'deputy',
  'public',
  'successor',
  'history',
  'json',
] as const

/** As `src/web/review-keys.ts` reads them. */
const reviewKeys = [
  ['next', 'j'],
  ['previous', 'k'],
  ['confirm', 'x'],
  ['discard', 'b'],
  ['save', 'l'],
  ['undo', 'z'],
  ['add', 't'],
  ['assign', 'g'],
  ['confirm-typing', 'Ctrl+Enter'],
] as const

export const helpPage: Page = {
  path: addresses.help,
  get: async ({ say }) =>
    view({
      heading: say('help.heading'),
      lede: say('help.lede'),
      data: {
        steps: steps.map((step) => say(step)),
        questions: questions.map((of) => ({ question: say(`help.q.${of}`), answer: say(`help.a.${of}`) })),
      },
      body: (
        <div className="grid g-2-1">
          <div className="stack">
            <Card id="cach-lam" title={say('help.steps')}>
              <ol className="lead-in">
                {steps.map((step) => (
                  <li key={step}>{say(step)}</li>
                ))}
              </ol>
            </Card>
            <DataHelp />
            <Roles />
            <Card id="hoi-dap" title={say('help.questions')}>
              <dl className="lead-in">
                {questions.map((of) => (
                  <div key={of}>
                    <dt>{say(`help.q.${of}`)}</dt>
                    <dd>{say(`help.a.${of}`)}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </div>
          <div className="stack">
            <Card id="tinh-trang" title={say('help.statuses')}>
              <ul className="list">
                {statusOrder.map((of) => (
                  <li key={of}>
                    <Status of={of} />
                    <p className="md muted">{of === 'due-soon' ? say('strip.due-soon', { n: 30 }) : say(`strip.${of}`)}</p>
                  </li>
                ))}
              </ul>
            </Card>
            <Card id="phim-tat" title={say('help.keys')}>
              <ul className="list md">
                <li className="row sp">
                  {say('help.key.search')} <kbd>/</kbd>
                </li>
                <li className="row sp">
                  {say('help.key.escape')} <kbd>Esc</kbd>
                </li>
                {reviewKeys.map(([of, key]) => (
                  <li className="row sp" key={of}>
                    {say(`help.key.${of}`)} <kbd>{key}</kbd>
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        </div>
      ),
    }),
}
