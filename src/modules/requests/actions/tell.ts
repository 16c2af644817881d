// Tells officials of an application: whoever can carry it on now. Never the applicant's name or what was asked, the number alone.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { notify } from '../../notices/index.ts'
import { watchersOf } from '../queries/internal.ts'

export interface Told {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly handlerId: string | null
  /** Of what is no application. */
  readonly link?: string
}

interface Telling {
  readonly action: Action
  /** Another right whose holders are told, too. */
  readonly also?: Action
  readonly words: string
  readonly at: Date
  readonly today: Day
  readonly except?: readonly (string | null)[]
}

/** Whoever watches it, and the named handler where the office's work is told of and there is one, else everybody who holds the right there. */
export async function tell(tx: Tx, one: Told, { action, also, words, at, today, except = [] }: Telling): Promise<void> {
  const holders = (right: Action) => accountsWhoMay(tx, right, one, today)
  const named = action === 'request.handle' && one.handlerId !== null
  const people = named ? [one.handlerId ?? ''] : (await holders(action)).map(({ accountId }) => accountId)
  const others = also ? (await holders(also)).map(({ accountId }) => accountId) : []
  const watchers = (await watchersOf(tx, one.id)).map(({ accountId }) => accountId)
  // Whoever may no longer read it is told nothing of it.
  const readers = watchers.length > 0 ? new Set((await holders('request.read')).map(({ accountId }) => accountId)) : new Set<string>()
  await notify(tx, {
    accountIds: [...people, ...others, ...watchers.filter((id) => readers.has(id))].filter((id) => !except.includes(id)),
    kind: 'request',
    title: `${words}：${one.number}`,
    link: one.link ?? `/requests/${one.id}`,
    at,
  })
}

/** Of a correction of records, which has no handler of its own. */
export const tellOfRecord = (tx: Tx, one: Omit<Told, 'handlerId' | 'link'>, telling: Telling): Promise<void> =>
  tell(tx, { ...one, handlerId: null, link: `/record-corrections/${one.id}` }, telling)
