// What other modules may ask of the inbox of officials, and what the worker does for it.
export { notify } from './actions/notify.ts'
export { markRead } from './store/notices.ts'
export { noticesRoutes } from './http/office.ts'
export { outgoingRoutes } from './http/outgoing.ts'
export { forgetOutgoing, sendWaiting, tellMailServer, writeDigests } from './jobs.ts'
export { noticesSentences } from './sentences.ts'
export type { NoticeKind } from './law/kinds.ts'
