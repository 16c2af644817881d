// What main and other modules may ask of channels.
export { enterAppearances, enterOfflinePiece } from './actions/enter-appearances.ts'
export { channelRoutes } from './http/office.ts'
export { channelsSentences } from './sentences.ts'
export { findAllLikeness } from './jobs.ts'
