// Raises proposals to make an answer public: by the rule, for what moved since the last time, and by hand, because the applicant or the office suggests it.
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { lockApplication, stepsOf } from '../queries/application.ts'
import { anyProposed, toConsider, type ToConsider } from '../queries/proposals.ts'
import { similarTo } from '../queries/similar.ts'
import { factsOf } from '../rules/fold.ts'
import { whyPropose } from '../rules/making-public.ts'
import { insertProposal, markConsidered, recordProposalStep } from '../store/proposals.ts'
import { tell } from './tell.ts'

const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

async function consider(tx: Tx, one: ToConsider, today: Day, at: Date): Promise<boolean> {
  const alike = await similarTo(tx, everywhere, one)
  const reasons = whyPropose(one, alike, today)
  if (!reasons) return false
  if (reasons.grantedOn === null && (await anyProposed(tx, alike.map(({ id }) => id)))) return false // prettier-ignore
  if (!(await insertProposal(tx, { applicationId: one.id, unitId: one.unitId, suggested: '', ...reasons }, at))) return false
  await recordProposalStep(tx, null, { applicationId: one.id, step: 'raise', reason: '', at })
  await tell(tx, one, { action: 'request.handle', words: '可以转为主动公开，请决定是否采纳', at, today })
  return true
}

export interface Considered {
  readonly considered: number
  readonly raised: number
}

/** One piece of what moved; nothing considered means that all is done. */
export async function proposeDisclosures(tx: Tx, today: Day, at: Date, atOnce = 50): Promise<Considered> {
  const moved = await toConsider(tx, atOnce)
  let raised = 0
  for (const one of moved) if (!one.proposed && (await consider(tx, one, today, at))) raised += 1
  await markConsidered(
    tx,
    moved.map(({ id }) => id),
  )
  return { considered: moved.length, raised }
}

/** The applicant suggests it, or the office does, and says why. */
export async function suggestDisclosure(tx: Tx, by: By, { id, text }: { readonly id: string; readonly text: string }): Promise<Ruling<{ id: string }>> {
  const application = await lockApplication(tx, reachOf(by.actor, 'request.handle'), id)
  if (!application) return refused('not-found')
  if (text.trim().length < 2) return refused({ code: 'words-missing', field: 'text' })
  const { concludedOn, outcome } = factsOf(await stepsOf(tx, id))
  const grantedOn = outcome && whyPropose({ ...application, outcome: outcome.name, concludedOn }, [], by.today)?.grantedOn
  const proposal = { applicationId: id, unitId: application.unitId, suggested: text.trim(), grantedOn: grantedOn ?? null, alike: 1 }
  if (!(await insertProposal(tx, proposal, by.at))) return refused('proposed-before')
  await recordProposalStep(tx, by, { applicationId: id, step: 'raise', reason: text.trim(), at: by.at })
  await tell(tx, application, {
    action: 'request.handle',
    words: '有人建议转为主动公开，请决定是否采纳',
    at: by.at,
    today: by.today,
    except: [by.actor.accountId],
  })
  return granted({ id })
}
