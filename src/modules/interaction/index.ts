// What other parts may ask of interaction.
export { takeErrorReport } from './actions/take-error-report.ts'
export { errorReportKind } from './law/inbox-kinds.ts'
export { interactionRoutes } from './http/office.ts'
export { interactionSentences } from './sentences.ts'
