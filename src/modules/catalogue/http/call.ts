// What the routes of the catalogue take from a call, and how a row goes out.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { By } from '../../access/index.ts'
import type { Entry } from '../queries/entries.ts'

export const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

export const sliceOf = ({ page, size }: { readonly page: number; readonly size: number }) => ({ limit: size, offset: (page - 1) * size })

/** The wire wants lists that can be changed. */
export const entryOut = <Row extends Entry>(row: Row) => ({
  ...row,
  channels: [...row.channels],
  tiers: [...row.tiers],
  unitIds: [...row.unitIds],
  unitKinds: [...row.unitKinds],
  columnIds: [...row.columnIds],
  madeAt: row.madeAt.toISOString(),
})
