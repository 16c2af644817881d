// What the sheet to 2018 asks of applications, for many units at once: by what way they came, how they ended and whether in time, and complaints.
import { sql } from 'kysely'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ChannelName } from '../law/channels.ts'
import type { OutcomeName } from '../law/outcomes.ts'

export interface SheetFigures {
  readonly received: Readonly<Partial<Record<ChannelName, number>>>
  /** Of the year, in the term as it stood at first; the others were prolonged, or late. */
  readonly inTime: number
  readonly concluded: Readonly<Partial<Record<OutcomeName, number>>>
  /** 投诉举报 that came in. */
  readonly complaints: number
}

/** Of each unit by itself; every unit that is asked for has an entry. Three queries, however many units; whoever asks has looked at who may see them. */
export async function requestSheetOfUnits(tx: Tx, unitIds: readonly string[], year: number): Promise<ReadonlyMap<string, SheetFigures>> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const asked = sql`any(${[...unitIds]}::uuid[])`
  const received = await sql<{ unitId: string; channel: ChannelName; count: number }>`
    select unit_id as "unitId", channel, count(*) as count from requests.application
    where unit_id = ${asked} and received_on between ${first} and ${last} group by 1, 2`.execute(tx)
  const concluded = await sql<{ unitId: string; outcome: OutcomeName; inTime: boolean; count: number }>`
    select unit_id as "unitId", outcome, not extended and (due_on is null or concluded_on <= due_on) as "inTime", count(*) as count from requests.application
    where unit_id = ${asked} and received_on is not null and concluded_on between ${first} and ${last} group by 1, 2, 3`.execute(tx)
  const complaints = await sql<{ unitId: string; count: number }>`
    select application.unit_id as "unitId", count(*) as count from requests.remedy join requests.application on application.id = remedy.application_id
    where application.unit_id = ${asked} and remedy.kind = 'complaint' and remedy.received_on between ${first} and ${last} group by 1`.execute(tx)
  const came = Map.groupBy(received.rows, ({ unitId }) => unitId)
  const ended = Map.groupBy(concluded.rows, ({ unitId }) => unitId)
  const complained = new Map(complaints.rows.map(({ unitId, count }) => [unitId, count]))
  return new Map(
    unitIds.map((unitId) => {
      const own = ended.get(unitId) ?? []
      const outcomes: Partial<Record<OutcomeName, number>> = {}
      for (const { outcome, count } of own) outcomes[outcome] = (outcomes[outcome] ?? 0) + count
      return [
        unitId,
        {
          received: Object.fromEntries((came.get(unitId) ?? []).map(({ channel, count }) => [channel, count])),
          inTime: own.reduce((sum, { inTime, count }) => sum + (inTime ? count : 0), 0),
          concluded: outcomes,
          complaints: complained.get(unitId) ?? 0,
        },
      ]
    }),
  )
}
