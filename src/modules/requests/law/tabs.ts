// The lists of the desk for applications.
export const tabNames = ['mine', 'soon', 'late', 'newly-late', 'unconfirmed', 'open', 'all'] as const

export type Tab = (typeof tabNames)[number]
