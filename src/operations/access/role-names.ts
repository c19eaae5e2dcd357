import type { Language } from '../../base/refusals.ts'
import type { Role } from '../../kernel/access/role.ts'

/** Roles as people say them. */
export const roleNames: Readonly<Record<Role, { readonly vi: string; readonly en: string }>> = {
  administrator: { vi: 'quản trị', en: 'administrator' },
  clerk: { vi: 'văn thư', en: 'records clerk' },
  office: { vi: 'văn phòng', en: 'office' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  specialist: { vi: 'chuyên viên', en: 'specialist' },
  steward: { vi: 'phụ trách dữ liệu', en: 'data steward' },
  'duty-officer': { vi: 'trực ban', en: 'duty officer' },
  auditor: { vi: 'kiểm tra, giám sát', en: 'auditor' },
}

/** One after the other: a role may have a comma in its name. */
export const rolesSaid = (roles: readonly Role[], language: Language): string => roles.map((role) => roleNames[role][language]).join('; ')
