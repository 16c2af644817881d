// What main and other modules may ask of applications for disclosure.
export { registerApplication, type NewRequest } from './actions/register-application.ts'
export { takeStep, type StepRequest } from './actions/take-step.ts'
export { requestTerms } from './actions/recount.ts'
export { alarmUnconfirmedRequests, remindOfRequests } from './jobs.ts'
export { requestFigureRoutes } from './http/figures.ts'
export { requestRoutes } from './http/office.ts'
export { requestsSentences } from './sentences.ts'
