// What was typed and not yet saved, kept in this browser: a broken line, an ended session or a closed window loses nothing.
import type { EditionContent } from '../../../src/modules/disclosure/http/contract.ts'

export interface Backup {
  readonly editionId: string
  readonly accountId: string
  readonly version: number
  /** What was saved when the typing began. */
  readonly before: EditionContent
  readonly content: EditionContent
}

const keyOf = (editionId: string): string => `gongkai-draft-${editionId}`

export function keepBackup(backup: Backup): void {
  try {
    localStorage.setItem(keyOf(backup.editionId), JSON.stringify(backup))
  } catch {
    // the browser keeps nothing, or has no room: saving on the server goes on all the same
  }
}

export function dropBackup(editionId: string): void {
  try {
    localStorage.removeItem(keyOf(editionId))
  } catch {
    // nothing was kept
  }
}

/** The backup of this person, where there is one. */
export function backupOf(editionId: string, accountId: string): Backup | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(editionId)) ?? 'null') as Backup | null
    return kept && kept.accountId === accountId ? kept : null
  } catch {
    return null
  }
}
