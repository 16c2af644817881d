// Who may let a finding stand, by what it is: a table, so that an office can read who answers for what.
import type { Action } from '../../access/law/permissions.ts'
import type { Severity } from './kinds.ts'

interface Waiving {
  readonly action: Action
  /** Whoever wrote or submitted the text may do it too. */
  readonly byAuthor: boolean
}

export const waiving = {
  /** Numbers of persons: the secrecy reviewer alone. */
  personal: { action: 'gate.waive-personal', byAuthor: false },
  error: { action: 'gate.waive', byAuthor: false },
  warning: { action: 'gate.waive-warning', byAuthor: true },
} as const satisfies Record<string, Waiving>

/** What must be mended has no row, and a remark needs none. */
export function waivingOf(finding: { readonly severity: Severity; readonly personal: boolean; readonly mandatory: boolean }): Waiving | undefined {
  if (finding.mandatory || finding.severity === 'remark') return undefined
  return finding.personal ? waiving.personal : waiving[finding.severity]
}
