// An entry of the catalogue as the public sees it: what, how often, when last, when next; never how well it is kept.
import type { Day } from '../../../kernel/day.ts'

export interface PublicCatalogueEntry {
  readonly id: string
  readonly field: string
  readonly position: number
  readonly name: string
  readonly elements: string
  readonly limitText: string
  readonly updatedAt: Date | null
  readonly dueOn: Day | null
  /** Columns of the site in which it is disclosed. */
  readonly columnIds: readonly string[]
}
