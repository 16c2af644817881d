// Enters or corrects a year: what would move is shown before, then year, public copy and all open terms change in one transaction.
import { calendarOf, type Calendar, type YearRow } from '../../../kernel/calendar.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { putCalendarYear } from '../../publication/index.ts'
import { currentCalendar } from '../queries/current-calendar.ts'
import { heldYears } from '../queries/years.ts'
import { checkEntry, rowsOf, sameRow, type EntryFault, type YearEntry } from '../rules/year-entry.ts'
import { holdCalendar, insertYear, recordStep, saveRecount } from '../store/years.ts'
import type { MovedTerm, TermKeeper } from '../term-keeper.ts'

export type EnterRefusal = EntryFault | 'year-before-unknown' | 'nothing-changed' | 'stale-calendar'

export interface Effect {
  /** Of the calendar that the effect was counted from. */
  readonly version: string
  /** Rows that would be written: the year's own, and the year before where its December is touched. */
  readonly years: readonly YearRow[]
  readonly keepers: readonly { readonly title: string; readonly count: number; readonly rows: readonly MovedTerm[] }[]
}

interface Plan {
  readonly before: Calendar
  readonly after: Calendar
  readonly rows: readonly YearRow[]
  readonly known: boolean
}

async function planOf(tx: Tx, entry: YearEntry, by: By): Promise<Ruling<Plan, EnterRefusal>> {
  const held = await heldYears(tx)
  const rowOf = (year: number): YearRow | undefined => held.find(({ row }) => row.year === year)?.row
  const checked = checkEntry(entry, by.today)
  if (!checked.ok) return checked
  const rows = rowsOf(checked.value, rowOf(entry.year - 1))
  if (!rows.ok) return rows
  const same = rows.value.every((row) => {
    const known = rowOf(row.year)
    return known !== undefined && sameRow(known, row)
  })
  if (same) return refused({ code: 'nothing-changed', facts: { year: entry.year } })
  const after = calendarOf([...held.map(({ row }) => row), ...rows.value], 'preview')
  return granted({ before: await currentCalendar(tx), after, rows: rows.value, known: rowOf(entry.year) !== undefined })
}

/** What would move; nothing is written. */
export async function effectOfYear(
  tx: Tx,
  keepers: readonly TermKeeper[],
  { entry, by, limit }: { entry: YearEntry; by: By; limit: number },
): Promise<Ruling<Effect, EnterRefusal>> {
  const plan = await planOf(tx, entry, by)
  if (!plan.ok) return plan
  const { before, after, rows } = plan.value
  const effects: Effect['keepers'][number][] = []
  for (const keeper of keepers) effects.push({ title: keeper.title, ...(await keeper.effectOf(tx, after, limit)) })
  return granted({ version: before.version, years: rows, keepers: effects })
}

/** `basedOn` is the version that the effect was shown for: somebody else may have changed the calendar since. */
export async function enterYear(
  tx: Tx,
  keepers: readonly TermKeeper[],
  { entry, by, basedOn }: { entry: YearEntry; by: By; basedOn: string },
): Promise<Ruling<{ version: string; moved: number }, EnterRefusal>> {
  await holdCalendar(tx)
  const plan = await planOf(tx, entry, by)
  if (!plan.ok) return plan
  if (plan.value.before.version !== basedOn) return refused('stale-calendar')

  const author = { accountId: by.actor.accountId, name: by.actor.name, at: by.at }
  for (const row of plan.value.rows) {
    await insertYear(tx, row, author)
    await putCalendarYear(tx, row, by.at)
  }
  const after = await currentCalendar(tx)
  let moved = 0
  for (const keeper of keepers) moved += await keeper.apply(tx, after)
  for (const { year, notice } of plan.value.rows) {
    const step = year !== entry.year ? 'extend-year' : plan.value.known ? 'correct-year' : 'enter-year'
    await recordStep(tx, { step, year, detail: { 通知: notice, 变动的期限: moved } }, by.at, author)
  }
  await saveRecount(tx, after.version, by.at)
  return granted({ version: after.version, moved })
}
