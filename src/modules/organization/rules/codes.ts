// Organization code (GB 11714) and unified social credit code (GB 32100): shape and check character.

const organizationShape = /^[0-9A-Z]{8}[0-9X]$/
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditShape = new RegExp(`^[${creditAlphabet}]{18}$`)
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

const valueOf = (character: string): number => (character <= '9' ? Number(character) : character.charCodeAt(0) - 55)

/** Ninth character of an organization code, from the first eight. */
export function organizationCheckCharacter(eight: string): string {
  const sum = organizationWeights.reduce((total, weight, at) => total + weight * valueOf(eight.charAt(at)), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** Eighteenth character of a credit code, from the first seventeen. */
export function creditCheckCharacter(seventeen: string): string {
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditAlphabet.indexOf(seventeen.charAt(at)), 0)
  return creditAlphabet.charAt((31 - (sum % 31)) % 31)
}

/** Without blanks and hyphens, in capitals; null where nothing is left. */
export function normalizeCode(written: string | null): string | null {
  const code = (written ?? '').replace(/[\s-]/g, '').toUpperCase()
  return code === '' ? null : code
}

/** `check-character` is only a warning: many locally assigned codes do not fit the rule. */
export type CodeFinding = 'fits' | 'shape' | 'check-character'

export function checkOrganizationCode(code: string): CodeFinding {
  if (!organizationShape.test(code)) return 'shape'
  return organizationCheckCharacter(code) === code.charAt(8) ? 'fits' : 'check-character'
}

export function checkCreditCode(code: string): CodeFinding {
  if (!creditShape.test(code)) return 'shape'
  return creditCheckCharacter(code) === code.charAt(17) ? 'fits' : 'check-character'
}

/** Front of the unit's index numbers (index-number-guide/2): its organization code, else its credit code. */
export function frontCodeOf(unit: { readonly organizationCode: string | null; readonly creditCode: string | null }): string {
  return unit.organizationCode ?? unit.creditCode ?? ''
}

type Coded = { readonly id: string; readonly parentId: string | null; readonly organizationCode: string | null; readonly creditCode: string | null }

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
