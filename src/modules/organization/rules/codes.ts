// Codes of a unit: as they are kept, and which of them stands in front of its index numbers.

/** Without blanks and hyphens, in capitals; null where nothing is left. */
export function normalizeCode(written: string | null): string | null {
  const code = (written ?? '').replace(/[\s-]/g, '').toUpperCase()
  return code === '' ? null : code
}

/** Front of the unit's index numbers (index-number-guide/2): its organization code, else its credit code. */
export function frontCodeOf(unit: { readonly organizationCode: string | null; readonly creditCode: string | null }): string {
  return unit.organizationCode ?? unit.creditCode ?? ''
}

export interface Coded {
  readonly id: string
  readonly parentId: string | null
  readonly organizationCode: string | null
  readonly creditCode: string | null
}

/** The unit's own front code, or that of the nearest unit above that has one: a village publishes under its town's. */
export function inheritedFrontCode(unitId: string, units: readonly Coded[]): string {
  const seen = new Set<string>()
  let at = units.find((unit) => unit.id === unitId)
  while (at && frontCodeOf(at) === '' && !seen.has(at.id)) {
    seen.add(at.id)
    const { parentId } = at
    at = units.find((unit) => unit.id === parentId)
  }
  return at ? frontCodeOf(at) : ''
}
