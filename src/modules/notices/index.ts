// What other modules may ask of the inbox of officials.
export { notify } from './actions/notify.ts'
export { markRead } from './store/notices.ts'
export { noticesRoutes } from './http/office.ts'
export type { NoticeKind } from './law/kinds.ts'
