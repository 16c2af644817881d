// What other modules may ask of the inbox of officials.
export { notify, type Notification } from './actions/notify.ts'
export { markRead } from './store/notices.ts'
export { unreadCount } from './queries/inbox.ts'
export { noticesRoutes } from './http/office.ts'
export type { NoticeKind } from './law/kinds.ts'
