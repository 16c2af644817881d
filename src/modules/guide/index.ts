// What main may ask of the guide.
export { refreshGuides } from './jobs.ts'
export { guideRoutes } from './http/office.ts'
export { guideSentences } from './sentences.ts'
