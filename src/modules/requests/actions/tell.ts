// Tells officials of an application: whoever can carry it on now. Never the applicant's name or what was asked, the number alone.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { notify } from '../../notices/index.ts'

export interface Told {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly handlerId: string | null
}

interface Telling {
  readonly action: Action
  readonly words: string
  readonly at: Date
  readonly today: Day
  readonly except?: readonly (string | null)[]
}

/** The named handler where the office's work is told of and there is one, else everybody who holds the right there. */
export async function tell(tx: Tx, one: Told, { action, words, at, today, except = [] }: Telling): Promise<void> {
  const named = action === 'request.handle' && one.handlerId !== null
  const people = named ? [one.handlerId ?? ''] : (await accountsWhoMay(tx, action, one, today)).map(({ accountId }) => accountId)
  await notify(tx, {
    accountIds: people.filter((id) => !except.includes(id)),
    kind: 'request',
    title: `${words}：${one.number}`,
    link: `/requests/${one.id}`,
    at,
  })
}
