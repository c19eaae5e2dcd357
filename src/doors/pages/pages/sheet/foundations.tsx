import { Card } from '../../components/card.tsx'
import { AreaField, CheckField, ChoiceField, DayField, TextField } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Status, statusOrder } from '../../components/status.tsx'
import type { Asked } from '../../page.ts'

/** What pages are made of: colours, type, lateness, buttons, fields. */
const colours = [
  'canvas',
  'surface',
  'surface-2',
  'surface-3',
  'line',
  'ctl-line',
  'ink',
  'ink-2',
  'ink-3',
  'cham',
  'cham-soft',
  'son',
  'q-1',
  'q-2',
  'q-3',
  'q-4',
  'q-5',
] as const

export const Colours = ({ asked }: { asked: Asked }) => (
  <Card id="mau" title={asked.say('sheet.colours')}>
    <ul className="sws">
      {colours.map((name) => (
        <li key={name}>
          <svg className="swb" aria-hidden="true">
            <rect width="100%" height="100%" rx="6" fill={`var(--${name})`} />
          </svg>
          <b>{name}</b>
          <small>{asked.say(`sheet.colour.${name}`)}</small>
        </li>
      ))}
    </ul>
  </Card>
)

export const Types = ({ asked }: { asked: Asked }) => (
  <Card id="chu" title={asked.say('sheet.types')}>
    <div className="types">
      <p className="ty-38">Liên kết vùng Ễ Ậ Ỗ</p>
      <p className="ty-28">Quy hoạch thời kỳ 2021 - 2030</p>
      <p className="ty-22">Tiến độ thực hiện</p>
      <p className="ty-18">Theo cơ quan chủ trì</p>
      <p className="ty-15">Sở Tài nguyên và Môi trường phối hợp với địa phương giáp ranh.</p>
      <p className="ty-14">Hạn 31/12/2022, còn 26 ngày.</p>
      <p className="ty-13 muted">Nguồn: Kho bạc Nhà nước, 09/12/2022.</p>
      <p className="tn">1.111.111,11 · 4.880.040,09</p>
    </div>
  </Card>
)

export const Statuses = ({ asked }: { asked: Asked }) => (
  <Card id="tinh-trang" title={asked.say('sheet.statuses')} note={asked.say('sheet.statuses.note')}>
    <ul className="list">
      {statusOrder.map((of) => (
        <li key={of} className="row sp">
          <Status of={of} />
          <span className="md muted">{of === 'due-soon' ? asked.say('strip.due-soon', { n: 30 }) : asked.say(`strip.${of}`)}</span>
        </li>
      ))}
    </ul>
  </Card>
)

export const Buttons = ({ asked }: { asked: Asked }) => (
  <Card id="nut" title={asked.say('sheet.buttons')}>
    <p className="row">
      <button className="btn btn--p" type="button">
        {asked.say('review.assign', { n: 7 })}
      </button>
      <button className="btn" type="button">
        <Icon name="plus" />
        {asked.say('review.add')}
      </button>
      <button className="btn btn--q" type="button">
        {asked.say('tasks.clear')}
      </button>
      <button className="btn btn--d" type="button">
        {asked.say('review.discard')}
      </button>
      <button className="btn btn--s" type="button">
        {asked.say('pager.next')}
      </button>
      <button className="btn" type="button" disabled>
        {asked.say('pager.first')}
      </button>
      <button className="btn btn--p" type="button" aria-busy="true">
        {asked.say('sheet.busy')}
      </button>
      <span className="btn focusdemo">{asked.say('sheet.focus')}</span>
    </p>
  </Card>
)

export const Fields = ({ asked }: { asked: Asked }) => (
  <Card id="truong" title={asked.say('sheet.fields')}>
    <div className="frow">
      <ChoiceField
        id="z1"
        name="z1"
        label={asked.say('task.every')}
        value="P6M"
        choices={[{ value: 'P6M', label: asked.say('every.P6M') }]}
      />
      <DayField id="z2" name="z2" label={asked.say('task.due')} value="31/12/2022" />
    </div>
    <div className="frow">
      <DayField id="z3" name="z3" label={asked.say('document.signed-on')} error={asked.say('sheet.bad-day')} value="31/02/2022" />
      <TextField
        id="z4"
        name="z4"
        label={asked.say('document.number')}
        hint={asked.say('document.number.hint')}
        optional
        figures
        value="12/KH-UBND"
      />
    </div>
    <AreaField id="z5" name="z5" label={asked.say('task.title')} rows={2} value="Rà soát danh mục dữ liệu dùng chung" />
    <CheckField name="z6" label={asked.say('task.open-class')} note={asked.say('task.open-class.note')} checked />
  </Card>
)
