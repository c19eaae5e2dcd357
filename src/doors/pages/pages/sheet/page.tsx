import { addresses } from '../../addresses.ts'
import { Strip } from '../../components/strip.tsx'
import { type Page, view } from '../../page.ts'
import { Buttons, Colours, Fields, Statuses, Types } from './foundations.tsx'
import { Marks, Notices, Records, States, Ways } from './patterns.tsx'

/** Every component, as it looks. A page uses nothing that is not here. */
export const sheetPage: Page = {
  path: addresses.sheet,
  get: async (asked) =>
    view({
      heading: asked.say('sheet.heading'),
      lede: asked.say('sheet.lede'),
      body: (
        <div className="stack">
          <Colours asked={asked} />
          <div className="grid g-1-1">
            <Types asked={asked} />
            <Statuses asked={asked} />
          </div>
          <Strip
            counts={{ overdue: 5, 'due-soon': 7, 'in-time': 12, 'done-on-time': 16, 'done-late': 4, 'no-due': 3 }}
            total={47}
            chosen="due-soon"
            href={() => addresses.sheet}
            soonDays={30}
          />
          <div className="grid g-1-1">
            <Buttons asked={asked} />
            <Fields asked={asked} />
          </div>
          <Marks asked={asked} />
          <div className="grid g-1-1">
            <States asked={asked} />
            <Notices asked={asked} />
          </div>
          <Ways asked={asked} />
          <Records asked={asked} />
        </div>
      ),
    }),
}
