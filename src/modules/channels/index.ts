// What main and other modules may ask of channels.
export { enterAppearances, enterOfflinePiece } from './actions/enter-appearances.ts'
export { archiveStream } from './actions/write-archive.ts'
export { archiveFaults } from './actions/check-archive.ts'
export { documentsToArchive } from './queries/archive.ts'
export type { ArchiveFault } from './rules/archive-manifest.ts'
export { channelRoutes } from './http/office.ts'
export { channelsSentences } from './sentences.ts'
export { findAllLikeness, makeWaitingArchives } from './jobs.ts'
