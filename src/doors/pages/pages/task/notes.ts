import type { Say, TextKey } from '../../../../base/text/text.ts'
import type { TaskView } from '../../../../operations/task/views.ts'

/**
 * Why a person must look at a task, one reason a sentence, each once. The grammar gives its reasons in Vietnamese, joined
 * by «; »; those it has words for are said in the reader's language, others stand as they are.
 */
const known: Readonly<Record<string, TextKey>> = {
  'Chủ thể được hiểu theo câu trước': 'note.carried',
  'Nhiều cơ quan cùng được giao': 'note.several',
  'Nhiều cơ quan cùng mang một tên': 'note.same-name',
  'Giao cho một nhóm cơ quan': 'note.class',
  'Đã sửa lỗi chữ trong tên cơ quan': 'note.corrected',
  'Thời hạn không ghi năm': 'note.yearless',
  'Nằm trong ngoặc kép, có thể là lời trích của văn bản khác': 'note.quoted',
  'Thuộc văn bản thứ hai trong cùng tệp': 'note.second-letter',
  '«Đồng chủ trì» có thể là «Đồng thời chủ trì»': 'note.co-lead',
}

export function notesOf(task: Pick<TaskView, 'check' | 'unsure'>, say: Say): readonly string[] {
  const reasons = [...(task.check ?? '').split('; '), task.unsure ?? ''].filter((reason) => reason !== '')
  const said = reasons.map((reason) => {
    const key = known[reason]
    return key === undefined ? reason : say(key)
  })
  return [...new Set(said)]
}
