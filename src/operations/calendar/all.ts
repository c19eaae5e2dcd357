import { calendarAddWorkingDays } from './add-working-days.ts'
import { calendarCorrectDay } from './correct-day.ts'
import { calendarDays } from './list-days.ts'

export const calendarOperations = [calendarDays, calendarAddWorkingDays, calendarCorrectDay] as const
