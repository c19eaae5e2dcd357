import { addDays, dayAt } from '../src/kernel/period/day.ts'
import { taskId } from './board-seed.ts'

export type Asked = { readonly what: string; readonly path: string; readonly report?: string }

/** Out of a hundred questions: what people of an office open. */
export function question(random: () => number): Asked {
  const task = taskId(Math.floor(random() * 100_000))
  const kind = random() * 100
  if (kind < 25) return { what: 'task_page', path: `lam-viec/nhiem-vu/${task}` }
  if (kind < 45) return { what: 'list_page', path: `lam-viec/nhiem-vu?trang-thai=${random() < 0.5 ? 'qua-han' : 'sap-den-han'}` }
  if (kind < 58) return { what: 'my_work', path: 'lam-viec' }
  if (kind < 70) return { what: 'search', path: `tim?q=${encodeURIComponent(`đợt ${Math.floor(random() * 400)}`)}` }
  if (kind < 80) return { what: 'feed', path: 'api/v1/feed' }
  if (kind < 90) return { what: 'board_page', path: 'lam-viec/dieu-hanh' }
  if (kind < 92) return { what: 'board_past', path: `api/v1/board?on=${addDays(dayAt(new Date()), -30 * Math.ceil(random() * 24))}` }
  return { what: 'report', path: `api/v1/tasks/${task}`, report: task }
}
