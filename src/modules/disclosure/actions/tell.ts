// Tells people of what happened to an edition: those whose turn it is now, its author, those who were asked.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { notify, type NoticeKind } from '../../notices/index.ts'
import type { Edition } from '../queries/edition.ts'
import { peopleAt } from '../queries/facts.ts'
import { states, type State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'

const shortened = (title: string): string => (title.length <= 40 ? title : `${title.slice(0, 39)}…`)

const linkTo = (edition: Edition): string => `/editions/${edition.editionId}`

/** Tells `accountIds`, never the person who acts. */
export async function tell(tx: Tx, by: By, edition: Edition, kind: NoticeKind, words: string, accountIds: readonly string[]): Promise<void> {
  const others = accountIds.filter((id) => id !== by.actor.accountId)
  await notify(tx, { accountIds: others, kind, title: `${words}：${shortened(edition.title) || '（无标题）'}`, link: linkTo(edition), at: by.at })
}

/** Those who can carry it on from `state`; nobody is told to approve what they wrote. */
async function tellTurn(tx: Tx, by: By, edition: Edition, state: State, kind: NoticeKind, words: string): Promise<void> {
  const { turn } = states[state]
  if (turn === null || turn === 'author') return tell(tx, by, edition, kind, words, [edition.authorId])
  const people = await peopleAt(tx, turn, edition, by.today)
  const mayAct = state === 'signed' ? people : people.filter((one) => one.accountId !== edition.authorId)
  await tell(
    tx,
    by,
    edition,
    kind,
    words,
    mayAct.map((one) => one.accountId),
  )
}

/** After a step: the next ones of their task, the author of how it ended. */
export async function tellOfStep(tx: Tx, by: By, edition: Edition, step: StepName, to: State): Promise<void> {
  const { name } = by.actor
  if (step === 'urge') return tellTurn(tx, by, edition, to, 'urged', `${name}催办${states[to].awaits}`)
  if (to === 'returned') return tell(tx, by, edition, 'returned', `${name}退回修改`, [edition.authorId])
  if (step === 'overrule-confirmation') await tell(tx, by, edition, 'confirmation', `${name}裁定可以公开`, [edition.authorId])
  if (to === 'published' && step === 'publish') return tell(tx, by, edition, 'published', `${name}已发布`, [edition.authorId])
  if (to === 'withdrawn') return tell(tx, by, edition, 'withdrawn', `${name}已撤下`, [edition.authorId])
  if (to === edition.state || states[to].end) return
  if (step !== 'take-back') await tellTurn(tx, by, edition, to, 'task', `请办理${states[to].awaits}`)
}

/** The scheduler and the author learn that it did not go out; the scheduler is told although it happened in their name. */
export async function tellFailure(tx: Tx, edition: Edition, accountIds: readonly string[], at: Date): Promise<void> {
  await notify(tx, { accountIds, kind: 'failed', title: `定时发布没有成功，请处理：${shortened(edition.title)}`, link: linkTo(edition), at })
}
