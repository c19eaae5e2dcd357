import { actOperation } from './act-on-task.ts'

/** What people do with given-out work, an operation each; the rules are one table, `src/kernel/task/life.ts`. */
export const taskActs = [
  actOperation('acknowledge', 'Tiếp nhận nhiệm vụ được giao', 'Acknowledge an assigned task'),
  actOperation('dispute', 'Có ý kiến về việc giao', 'Dispute an assignment'),
  actOperation('uphold', 'Giữ nguyên việc giao', 'Uphold an assignment'),
  actOperation('progress', 'Báo cáo tiến độ', 'Report progress'),
  actOperation('part', 'Báo cáo phần phối hợp', 'Report a coordinator’s part'),
  actOperation('answer', 'Ghi văn bản trả lời của cơ quan phối hợp', 'Record the answer of a coordinating body'),
  actOperation('claim', 'Báo cáo hoàn thành', 'Claim completion'),
  actOperation('return', 'Trả lại, nêu lý do', 'Return with a reason'),
  actOperation('accept', 'Nghiệm thu', 'Accept'),
  actOperation('ask-extension', 'Xin gia hạn', 'Ask for an extension'),
  actOperation('grant-extension', 'Cho gia hạn', 'Grant an extension'),
  actOperation('refuse-extension', 'Không cho gia hạn', 'Refuse an extension'),
  actOperation('extend', 'Gia hạn theo văn bản', 'Extend by a document'),
  actOperation('correct-due', 'Sửa hạn', 'Correct a due day'),
  actOperation('escalate', 'Xin ý kiến lãnh đạo', 'Escalate to the leaders'),
  actOperation('decide', 'Cho ý kiến chỉ đạo', 'Decide what was escalated'),
  actOperation('cancel', 'Hủy nhiệm vụ theo văn bản', 'Cancel by a document'),
] as const
