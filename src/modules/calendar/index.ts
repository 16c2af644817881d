// What main and other modules may ask of the calendar.
export { currentCalendar } from './queries/current-calendar.ts'
export { calendarRoutes } from './http/office.ts'
export { calendarSentences } from './sentences.ts'
export { recount, remindOfMissingYear } from './jobs.ts'
export type { MovedTerm, TermKeeper } from './term-keeper.ts'
