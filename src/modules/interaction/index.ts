// What other parts may ask of interaction.
export { takeErrorReports } from './actions/take-error-reports.ts'
export { interactionRoutes } from './http/office.ts'
export { interactionSentences } from './sentences.ts'
