// What others may ask of reports: so far, what is wrong with one that somebody else wrote.
export { checkFile, type FileCheck, type ReportCheck } from './actions/check-file.ts'
export { readCited } from './rules/cited-documents.ts'
export type { CitedTo } from './rules/check/citations.ts'
export { reportRoutes } from './http/office.ts'
export { roundRoutes } from './http/rounds.ts'
export { reportSheetRoutes } from './http/sheet.ts'
export { reportsSentences, unreadableSentences } from './sentences.ts'
