// How much was made public this month and this year? Counted over the very rows that the lists behind the figures show.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import { ofLine } from './of-line.ts'

const government = ofLine(sql`unit_id`, 'government')

export interface Figures {
  readonly thisMonth: number
  readonly thisYear: number
  /** Units that published this month. */
  readonly units: number
  /** Entries of the register that are linked. */
  readonly registered: number
}

interface Span {
  readonly from: Date
  readonly until: Date
}

async function counted(tx: Tx, month: Span, year: Span): Promise<Figures> {
  const found = await sql<Figures>`
    select
      (select count(*) from publication.document where listed_at >= ${month.from} and listed_at < ${month.until} and ${government}) as "thisMonth",
      (select count(*) from publication.document where listed_at >= ${year.from} and listed_at < ${year.until} and ${government}) as "thisYear",
      (select count(distinct unit_id) from publication.document where listed_at >= ${month.from} and listed_at < ${month.until} and ${government}) as units,
      (select coalesce(max(sequence), 0) from publication.register_link) as registered`.execute(tx)
  return found.rows[0] ?? { thisMonth: 0, thisYear: 0, units: 0, registered: 0 }
}

/** The newest entry of the register and the newest that is numbered: whatever was published, revised or withdrawn since moves one of them. */
async function newest(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select concat((select max(id) from publication.register_entry), ' ', (select max(sequence) from publication.register_link)) as at`.execute(tx)
  return rows[0]?.at ?? ''
}

export type AskFigures = (month: Span, year: Span) => Promise<Figures>

/** Counts once for all readers until the register goes on: a year of a large site is a hundred thousand rows. */
export function figuresOf(tx: Tx): AskFigures {
  let kept: { readonly key: string; readonly figures: Figures } | undefined
  return async (month, year) => {
    const key = `${month.from.getTime()} ${await newest(tx)}`
    if (kept?.key === key) return kept.figures
    const figures = await counted(tx, month, year)
    kept = { key, figures }
    return figures
  }
}
