import type { TextKey } from '../../../../base/text/text.ts'
import type { Act } from '../../../../kernel/task/life.ts'
import { taskActs } from '../../../../operations/task/acts.ts'
import type { IconName } from '../../components/icon-shapes.tsx'

/** How each act is asked for on a page: its address, and the fields of its form. What is needed, the kernel decides. */
export type ActField = 'body' | 'words' | 'percent' | 'day' | 'document' | 'files'
type Row = {
  readonly slug: string
  readonly icon: IconName
  readonly fields: readonly ActField[]
  readonly primary?: true
  readonly ends?: true
}

export const actForms: Readonly<Record<Act, Row>> = {
  acknowledge: { slug: 'tiep-nhan', icon: 'check', fields: ['words'], primary: true },
  progress: { slug: 'tien-do', icon: 'square-pen', fields: ['percent', 'words', 'files'], primary: true },
  part: { slug: 'phoi-hop', icon: 'square-pen', fields: ['words', 'files'], primary: true },
  answer: { slug: 'tra-loi', icon: 'message-square', fields: ['body', 'document', 'day', 'words', 'files'] },
  claim: { slug: 'hoan-thanh', icon: 'circle-check', fields: ['day', 'document', 'words', 'files'] },
  'ask-extension': { slug: 'xin-gia-han', icon: 'calendar-clock', fields: ['day', 'words'] },
  dispute: { slug: 'y-kien', icon: 'message-square', fields: ['words'] },
  accept: { slug: 'nghiem-thu', icon: 'clipboard-check', fields: ['words'], primary: true },
  return: { slug: 'tra-lai', icon: 'refresh-cw', fields: ['words'] },
  'grant-extension': { slug: 'cho-gia-han', icon: 'calendar-clock', fields: ['day', 'words'], primary: true },
  'refuse-extension': { slug: 'khong-gia-han', icon: 'x', fields: ['words'] },
  extend: { slug: 'gia-han', icon: 'calendar-clock', fields: ['document', 'day', 'words'] },
  'correct-due': { slug: 'sua-han', icon: 'square-pen', fields: ['day', 'document', 'words'] },
  uphold: { slug: 'giu-nguyen', icon: 'check', fields: ['words'], primary: true },
  decide: { slug: 'chi-dao', icon: 'message-square', fields: ['words'], primary: true },
  escalate: { slug: 'xin-y-kien', icon: 'send', fields: ['words'] },
  cancel: { slug: 'huy', icon: 'x', fields: ['document', 'words'], ends: true },
}

/** The order of buttons is that of the table; the first that may be done stands out. */
export const inOrder = (acts: readonly Act[]): readonly Act[] => (Object.keys(actForms) as Act[]).filter((act) => acts.includes(act))

export const actOf = (slug: string): Act | null => (Object.keys(actForms) as Act[]).find((act) => actForms[act].slug === slug) ?? null

export const operationOf = (act: Act): (typeof taskActs)[number] | undefined => taskActs.find((one) => one.name === `task.${act}`)

export const labelOf = (act: Act): TextKey => `act.${act}`
