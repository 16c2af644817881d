// Whose day it is that stands in the calendar of the desk: the office's own, or that of somebody whom it waits for.
import type { State } from './states.ts'

export const dueKinds = {
  reply: { title: '答复', whose: '本机关' },
  internal: { title: '内部期限', whose: '本机关' },
  correction: { title: '补正', whose: '申请人' },
  reasons: { title: '说明理由', whose: '申请人' },
  fee: { title: '缴费', whose: '申请人' },
  opinion: { title: '征求意见', whose: '第三方或者其他机关' },
} as const

export type DueKind = keyof typeof dueKinds

export const dueKindNames = Object.keys(dueKinds) as [DueKind, ...DueKind[]]

/** What is awaited in a state until the awaited day. */
export const awaitedIn: Partial<Readonly<Record<State, DueKind>>> = {
  'correction-asked': 'correction',
  'reasons-asked': 'reasons',
  'fee-notified': 'fee',
  consulting: 'opinion',
}
