import { dueList } from './list-due.ts'
import { noticeCount, noticeList, noticeMark } from './list-notices.ts'
import { calendarMake, calendarRevoke, mailChoose, mailGet } from './own-mail.ts'

export const noticeOperations = [noticeList, noticeCount, noticeMark, dueList, mailGet, mailChoose, calendarMake, calendarRevoke] as const
