// 政务 and 党务: two lines of disclosure on one machine, whose figures are never added together. A unit stands in one of them by its kind.
export const lines = { government: '政务公开', party: '党务公开' } as const satisfies Record<string, string>
export type Line = keyof typeof lines

/** The kind of unit, and of column, that belongs to the party's line; all others are the government's. */
export const partyKind = 'party'

export const lineOfKind = (kind: string): Line => (kind === partyKind ? 'party' : 'government')
