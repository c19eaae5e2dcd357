import { calendarAddWorkingDays } from './add-working-days.ts'
import { calendarCorrectDay } from './correct-day.ts'
import { calendarDecide } from './decide-days.ts'
import { calendarDays } from './list-days.ts'

export const calendarOperations = [calendarDays, calendarAddWorkingDays, calendarCorrectDay, calendarDecide] as const
