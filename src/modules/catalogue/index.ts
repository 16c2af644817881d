// What other modules and main may ask of the catalogue.
export { putStartingCatalogue } from './actions/starting-catalogue.ts'
export { catalogueRoutes } from './http/office.ts'
export { catalogueSentences } from './sentences.ts'
