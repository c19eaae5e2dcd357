import { randomUUID } from 'node:crypto'
import { type Refusal, statusOf } from '../../../../base/refusals.ts'
import { denied } from '../../../../kernel/access/access.ts'
import { addDays, parseDay } from '../../../../kernel/period/day.ts'
import { organisationGet } from '../../../../operations/organisation/get-organisation.ts'
import { organisationList } from '../../../../operations/organisation/list-organisations.ts'
import { successionCommit } from '../../../../operations/succession/commit-succession.ts'
import { successionGet } from '../../../../operations/succession/list-successions.ts'
import { type RehearsalView, successionRehearse } from '../../../../operations/succession/rehearse-succession.ts'
import type { PlanView } from '../../../../operations/succession/views.ts'
import { addresses, successionHref } from '../../addresses.ts'
import { Card, Facts } from '../../components/card.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Notice } from '../../components/notice.tsx'
import { DayText, Sentence, useSay } from '../../components/reader.tsx'
import { dayTyped, dayWords } from '../../dates.ts'
import { type Answer, type Asked, type Form, type Page, refused, view } from '../../page.ts'
import { actOn } from './acts.ts'
import { BasisFields, basisTyped } from './basis.tsx'
import { DeleteCard } from './delete.tsx'
import { Parts } from './parts.tsx'
import { NothingToRoute, RehearsalCard, Tallies, Undecided } from './rehearsal.tsx'
import { blankPart, typedFor, typedPart } from './typed.ts'
import { UndoCard } from './undo.tsx'

/** One plan, step by step: basis and day, parts, rehearsal, what a person must say, and doing it with its consequences said. */
export const successionPage: Page = {
  path: `${addresses.successions}/:plan`,
  get: (asked) => show(asked, null, null),
  async post(asked, form) {
    const found = await asked.ask(successionGet, { id: asked.param('plan') })
    if (!found.ok) return refused(found.refusal)
    const done = await actOn(asked, form, found.value)
    return 'refusal' in done ? show(asked, form, done.refusal) : done
  },
}

async function show(asked: Asked, form: Form | null, refusal: Refusal | null): Promise<Answer> {
  const found = await asked.ask(successionGet, { id: asked.param('plan') })
  if (!found.ok) return refused(found.refusal)
  const plan = found.value
  const isDraft = plan.state === 'draft'
  const after = asked.query.get('sau')
  const shown = isDraft ? await asked.ask(successionRehearse, { id: plan.id, limit: 50, ...(after === null ? {} : { after }) }) : null
  if (shown !== null && !shown.ok) return refused(shown.refusal)
  const waiting = isDraft ? await asked.ask(successionRehearse, { id: plan.id, only: 'undecided', limit: 50 }) : null
  const pieces = isDraft ? await asked.ask(successionRehearse, { id: plan.id, only: 'piece', limit: 50 }) : null
  const names = await namesOf(asked, plan)
  const { say } = asked
  return view({
    ...(refusal === null ? {} : { status: statusOf(refusal) }),
    heading: plan.name,
    crumbs: [{ label: say('succession.heading'), href: addresses.successions }],
    lede: <Sentence of={`succession.lede.${plan.state}`} blanks={{ basis: plan.basis }} put={{ day: <DayText of={plan.day} /> }} />,
    data: shown === null ? plan : { ...plan, rehearsal: shown.value },
    body: (
      <div className="stack">
        <PlanSteps plan={plan} undecided={shown?.value.undecided ?? 0} />
        {refusal === null ? null : <ErrorSummary refusal={refusal} />}
        {plan.state !== 'draft' && asked.query.get('xong') === plan.state ? (
          <Notice kind="o" live>
            {say(`succession.${plan.state}`)}
          </Notice>
        ) : null}
        <div className="grid g-task">
          <div className="stack">
            <Parts plan={plan} names={names} typed={isDraft && !plan.known ? partTyped(form) : null} />
            {shown === null ? null : <RehearsalCard plan={plan} shown={shown.value} />}
            {waiting?.ok && pieces?.ok ? (
              <Undecided
                plan={plan}
                waiting={waiting.value}
                decided={pieces.value.tasks.filter((task) => task.to !== null)}
                choices={await choicesOf(asked, plan)}
                typed={typedFor(form, 'chon')}
              />
            ) : null}
            {plan.outcome === null ? null : (
              <Card
                id="ket-qua"
                title={say('succession.outcome')}
                note={say('succession.outcome.note', { open: plan.outcome.open, routed: plan.outcome.routed })}
              >
                <Tallies before={plan.outcome.before} after={plan.outcome.after} />
              </Card>
            )}
          </div>
          <div className="stack">
            <BasisCard plan={plan} typed={typedFor(form, 'sua')} />
            {shown === null ? null : <CommitCard asked={asked} plan={plan} shown={shown.value} names={names} />}
            {isDraft ? <DeleteCard asked={asked} plan={plan} /> : null}
            {plan.state === 'committed' ? <UndoCard asked={asked} plan={plan} names={names} typed={typedFor(form, 'huy')} /> : null}
          </div>
        </div>
      </div>
    ),
  })
}

const partTyped = (form: Form | null) => {
  const typed = typedFor(form, 'them-phan')
  return typed === null ? blankPart : typedPart(typed)
}

/** How the bodies that end were called the day before. */
async function namesOf(asked: Asked, plan: PlanView): Promise<ReadonlyMap<string, string>> {
  const day = parseDay(plan.day)
  const before = day === null ? plan.day : addDays(day, -1)
  const names = new Map<string, string>()
  for (const id of plan.parts.flatMap((part) => part.from)) {
    const one = await asked.ask(organisationGet, { id, on: before })
    if (one.ok) names.set(id, one.value.of === '' ? one.value.name : `${one.value.name} (${one.value.of})`)
  }
  return names
}

/** Where a task may be sent: the heirs of the parts that are decided piece by piece, or any body of the same locality. */
async function choicesOf(asked: Asked, plan: PlanView): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const pieces = plan.parts.filter((part) => part.kind === 'split' || part.kind === 'transfer' || part.to.length === 0)
  const heirs = [...new Map(pieces.flatMap((part) => part.to).map((heir) => [heir.id, heir.name])).entries()]
  const named = heirs.map(([value, label]) => ({ value, label }))
  const [source] = pieces.find((part) => part.to.length === 0 || part.kind === 'transfer')?.from ?? []
  if (source === undefined) return named
  const own = await asked.ask(organisationGet, { id: source, on: plan.day })
  const others = own.ok
    ? await asked.ask(organisationList, { of: own.value.of === '' ? 'trung-uong' : own.value.of, on: plan.day, limit: 500 })
    : null
  return [...named, ...(others?.ok ? others.value.items.map((one) => ({ value: one.id, label: one.name })) : [])]
}

const stepNames = ['basis', 'parts', 'rehearsal', 'undecided', 'commit'] as const

function PlanSteps({ plan, undecided }: { plan: PlanView; undecided: number }) {
  const say = useSay()
  const now = plan.state !== 'draft' ? stepNames.length : plan.parts.length === 0 ? 1 : undecided > 0 ? 3 : 4
  return (
    <ol className="steps" aria-label={say('succession.steps')}>
      {stepNames.map((step, i) => (
        <li key={step} className={i < now ? 'done' : undefined} aria-current={i === now ? 'step' : undefined}>
          <span>{say(`succession.step.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}

function BasisCard({ plan, typed }: { plan: PlanView; typed: Form | null }) {
  const say = useSay()
  return (
    <Card id="can-cu-ngay" title={say('succession.step.basis')}>
      <Facts
        of={[
          { term: say('succession.basis'), is: plan.basis },
          { term: say('succession.day'), is: <DayText of={plan.day} /> },
          { term: say('succession.state'), is: say(`succession.state.${plan.state}`) },
          ...(plan.undone === null
            ? []
            : [
                { term: say('succession.undone.on'), is: <DayText of={plan.undone.on} /> },
                { term: say('succession.undone.basis'), is: plan.undone.basis },
              ]),
        ]}
      />
      {plan.state !== 'draft' ? null : (
        <details open={typed !== null}>
          <summary>{say('succession.basis.change')}</summary>
          <form method="post" action={successionHref(plan.id)} className="stack">
            <input type="hidden" name="viec" value="sua" />
            <input type="hidden" name="version" value={plan.version} />
            <BasisFields typed={typed === null ? { name: plan.name, basis: plan.basis, day: dayTyped(plan.day) } : basisTyped(typed)} />
            <p>
              <button type="submit" className="btn">
                {say('succession.basis.do')}
              </button>
            </p>
          </form>
        </details>
      )}
    </Card>
  )
}

/** What doing it means, in words, before it is done. */
function CommitCard({
  asked,
  plan,
  shown,
  names,
}: {
  asked: Asked
  plan: PlanView
  shown: RehearsalView
  names: ReadonlyMap<string, string>
}) {
  const say = useSay()
  const day = dayWords(plan.day, asked.language)
  const ended = plan.parts.filter((part) => part.kind !== 'transfer').flatMap((part) => part.from)
  const isReady = shown.undecided === 0
  if (plan.parts.length === 0)
    return (
      <Card id="thuc-hien" title={say('succession.step.commit')}>
        <p className="muted">{say('succession.parts.none')}</p>
      </Card>
    )
  return (
    <Card id="thuc-hien" title={say('succession.step.commit')}>
      <div className="stack">
        <ul className="plain">
          {plan.known ? (
            <li>{say('succession.consequence.known')}</li>
          ) : (
            <li>{say('succession.consequence.ends', { day, bodies: ended.map((id) => names.get(id) ?? id).join(', ') })}</li>
          )}
          <li>{say('succession.consequence.moves', { n: shown.moving })}</li>
          <li>{say('succession.consequence.kept')}</li>
          <li>{say('succession.consequence.undo')}</li>
        </ul>
        <NothingToRoute n={shown.undecided} />
        {plan.day > asked.context.today ? <Notice kind="i">{say('succession.ahead', { day })}</Notice> : null}
        {denied(asked.context.who, successionCommit.access) !== null ? (
          <Notice kind="i">{say('succession.leader-commits')}</Notice>
        ) : isReady && plan.day <= asked.context.today ? (
          <form method="post" action={successionHref(plan.id)}>
            <input type="hidden" name="viec" value="thuc-hien" />
            <input type="hidden" name="version" value={plan.version} />
            <input type="hidden" name="khoa" value={randomUUID()} />
            <button type="submit" className="btn btn--p">
              {say('succession.commit.do', { day })}
            </button>
          </form>
        ) : null}
      </div>
    </Card>
  )
}
