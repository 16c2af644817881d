// The wrong words in force: the starting list with what the administrator changed of it and added to it.
import type { Severity } from '../law/kinds.ts'
import type { StartingWord } from '../law/starting-word.ts'

export interface ListedWord {
  readonly wrong: string
  readonly right: string
  readonly except: readonly string[]
  readonly severity: Severity
  readonly note: string
  readonly ended: boolean
  /** Stands in the system's list as it is. */
  readonly starting: boolean
  readonly changedByName: string | null
  readonly changedAt: Date | null
}

export type ChangedWord = Omit<ListedWord, 'starting'>

export function wordList(starting: readonly StartingWord[], changed: readonly ChangedWord[]): ListedWord[] {
  const byWrong = new Map(
    starting.map(({ wrong, right, except = [], severity }): [string, ListedWord] => [
      wrong,
      { wrong, right, except, severity: severity ?? 'warning', note: '', ended: false, starting: true, changedByName: null, changedAt: null },
    ]),
  )
  for (const word of changed) byWrong.set(word.wrong, { ...word, starting: false })
  return [...byWrong.values()]
}
