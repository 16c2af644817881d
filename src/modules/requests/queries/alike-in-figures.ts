// How many applications stand alike in the figures of years: by unit, years of receipt and conclusion, result and term.
import { sql } from 'kysely'
import type { ResultFigure } from '../../../law/application-figures.ts'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { outcomeRows, type OutcomeName } from '../law/outcomes.ts'
import { figureOfRow } from '../law/yearly-form.ts'
import type { Alike } from '../rules/guarded-figures.ts'

interface Row extends Omit<Alike, 'result'> {
  readonly outcome: OutcomeName | null
}

/** What was received by the end of `lastYear`; what was concluded later is open as far as those years know. */
export async function alikeInFigures(tx: Tx, lastYear: number): Promise<Alike[]> {
  const last = day(`${lastYear}-12-31`)
  const { rows } = await sql<Row>`
    select unit_id as "unitId", extract(year from received_on)::int as "receivedIn",
      case when concluded_on <= ${last} then extract(year from concluded_on)::int end as "concludedIn",
      case when concluded_on <= ${last} then outcome end as outcome,
      case when concluded_on <= ${last} and due_on is not null then case when concluded_on <= due_on then 'in-time' else 'late' end end as term,
      count(*)::int as count, coalesce(sum(concluded_on - received_on) filter (where concluded_on <= ${last}), 0)::int as days
    from requests.application where received_on <= ${last}
    group by 1, 2, 3, 4, 5`.execute(tx)
  const result = (outcome: OutcomeName | null): ResultFigure | null => (outcome === null ? null : figureOfRow(outcomeRows[outcome].row))
  return rows.map(({ outcome, ...row }) => ({ ...row, result: result(outcome) }))
}
