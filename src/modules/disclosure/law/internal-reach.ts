// Whose staff reads what is disclosed inside (内部公开).
export const internalReaches = { unit: '本单位', 'units-below': '本单位和下级单位' } as const satisfies Record<string, string>

export type InternalReach = keyof typeof internalReaches
