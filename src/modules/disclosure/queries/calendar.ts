// The working days by which terms of the review are counted.
import { calendarOf, type Calendar } from '../../../kernel/calendar.ts'
import { shippedYears } from '../../../law/holidays.ts'

const shipped = calendarOf(shippedYears, 'shipped')

export const calendarNow = (): Calendar => shipped
