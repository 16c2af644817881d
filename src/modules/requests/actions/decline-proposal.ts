// Declines a proposal to make an answer public, with a reason that is kept.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { applicationWithin } from '../queries/application.ts'
import { lockProposal } from '../queries/proposals.ts'
import { mayDecide } from '../rules/making-public.ts'
import { recordProposalStep, saveDecision } from '../store/proposals.ts'
import { tell } from './tell.ts'

export async function declineProposal(tx: Tx, by: By, { id, reason }: { readonly id: string; readonly reason: string }): Promise<Ruling<{ id: string }>> {
  const reach = reachOf(by.actor, 'request.handle')
  const proposal = await lockProposal(tx, reach, id)
  const application = proposal && (await applicationWithin(tx, reach, id))
  if (!application) return refused('not-found')
  const decision = mayDecide(proposal.state, 'decline')
  if (!decision.ok) return decision
  if (reason.trim().length < 2) return refused({ code: 'words-missing', field: 'reason' })
  await saveDecision(tx, id, { state: 'declined', documentId: null, entryId: null, wished: null })
  await recordProposalStep(tx, by, { applicationId: id, step: 'decline', reason: reason.trim(), at: by.at })
  await tell(tx, application, { action: 'request.handle', words: '没有采纳转为主动公开的建议', at: by.at, today: by.today, except: [by.actor.accountId] })
  return granted({ id })
}
