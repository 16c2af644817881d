// Enters into the catalogue what an accepted proposal wished for: its keepers do it, through the catalogue's own door.
import type { Article } from '../../../kernel/article.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, reachOf, type By } from '../../access/index.ts'
import { addEntryOf } from '../../catalogue/index.ts'
import { notify } from '../../notices/index.ts'
import { proposingLaw } from '../law/making-public.ts'
import { lockProposal } from '../queries/proposals.ts'
import { recordProposalStep, saveEntryOfProposal } from '../store/proposals.ts'

export interface Wish {
  readonly id: string
  readonly unitId: string
  readonly field: string
  readonly name: string
  readonly article: Article
}

export async function enterWish(tx: Tx, by: By, { id, ...entry }: Wish): Promise<Ruling<string>> {
  const added = await addEntryOf(tx, by, { ...entry, note: '依申请公开转主动公开' })
  if (!added.ok) return added
  await saveEntryOfProposal(tx, id, added.value)
  await recordProposalStep(tx, by, { applicationId: id, step: 'enter', reason: entry.name, at: by.at })
  return added
}

/** Who keeps the catalogue is told that an entry is wished for. */
export async function tellKeepers(tx: Tx, { actor, at, today }: By, of: { readonly unitId: string; readonly unitName: string; readonly name: string }): Promise<void> {
  const keepers = (await accountsWhoMay(tx, 'catalogue.manage', { unitId: of.unitId, sectionId: null }, today)).map(({ accountId }) => accountId)
  const title = `${of.unitName}建议新增公开目录条目：${of.name}`
  await notify(tx, { accountIds: keepers.filter((one) => one !== actor.accountId), kind: 'task', title, link: '/request-proposals?view=entry', at })
} // prettier-ignore

export async function enterProposedEntry(
  tx: Tx,
  by: By,
  { id, field, name }: { readonly id: string; readonly field: string; readonly name: string },
): Promise<Ruling<{ entryId: string }>> {
  const proposal = await lockProposal(tx, reachOf(by.actor, 'request.read'), id)
  if (!proposal) return refused('not-found')
  if (proposal.state !== 'accepted' || proposal.entryId !== null || proposal.wishedName === '') return refused('proposal-no-wish')
  const entered = await enterWish(tx, by, { id, unitId: proposal.unitId, field, name, article: proposingLaw.article })
  return entered.ok ? granted({ entryId: entered.value }) : entered
}
