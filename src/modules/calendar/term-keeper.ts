// What a module that stores due days offers, so that a new or changed notice reaches every open term.
import type { Calendar } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/database.ts'

export interface MovedTerm {
  readonly what: string
  readonly unitName: string
  readonly from: Day
  readonly to: Day
}

export interface TermKeeper {
  /** 「公开任务」 */
  readonly title: string
  /** Open terms whose due day differs under `after`: how many, and at most `limit` of them, earliest due first. */
  effectOf(tx: Tx, after: Calendar, limit: number): Promise<{ readonly count: number; readonly rows: readonly MovedTerm[] }>
  /** Counts every open term anew and stores due day, calendar version and whether it is provisional; returns how many due days moved. */
  apply(tx: Tx, after: Calendar): Promise<number>
}
