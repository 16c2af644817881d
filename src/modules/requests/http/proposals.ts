// Answers what is proposed to become public, and takes the decision.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, type By } from '../../access/index.ts'
import { readingWith } from '../../disclosure/index.ts'
import { personalPassages } from '../../gate/index.ts'
import { acceptProposal } from '../actions/accept-proposal.ts'
import { declineProposal } from '../actions/decline-proposal.ts'
import { enterProposedEntry } from '../actions/enter-proposed-entry.ts'
import { suggestDisclosure } from '../actions/propose.ts'
import { applicationWithin, stepsOf } from '../queries/application.ts'
import { filesOf } from '../queries/files.ts'
import { proposalCounts, proposalOf, proposals, proposalSteps, type Proposal } from '../queries/proposals.ts'
import { factsOf } from '../rules/fold.ts'
import { proposedDraft } from '../rules/proposed-draft.ts'
import * as contract from './proposal-contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reading = readingWith(openReader())

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

const shown = (one: Proposal) => ({
  requestId: one.applicationId,
  number: one.number,
  subject: one.subject,
  unitId: one.unitId,
  unitName: one.unitName,
  state: one.state,
  grantedOn: one.grantedOn,
  alike: one.alike,
  suggested: one.suggested,
  raisedAt: one.raisedAt.toISOString(),
  editionId: one.editionId,
  editionState: one.editionState,
  published: one.published,
  entryId: one.entryId,
  entryName: one.entryName === '' ? null : one.entryName,
  wished: one.wishedName === '' ? null : { field: one.wishedField, name: one.wishedName },
  decidedByName: one.decidedByName,
  decidedAt: one.decidedAt?.toISOString() ?? null,
  reason: one.reason,
})

export const proposalRoutes: readonly OfficeRoute[] = [
  answer(contract.listProposals, async ({ tx, query, reach, actor }) => {
    const page = { limit: query.size, offset: (query.page - 1) * query.size }
    const { rows, total } = await proposals(tx, reach, { view: query.view, words: query.q, unitId: query.unitId }, page)
    return granted({
      rows: rows.map((row) => ({ ...shown(row), mayDecide: may(actor, 'request.handle', row).ok, mayEnter: may(actor, 'catalogue.manage', row).ok })),
      total,
      counts: await proposalCounts(tx, reach),
    })
  }),

  answer(contract.getProposal, async ({ tx, params, reach, actor }) => {
    const application = await applicationWithin(tx, reach, params.id)
    if (!application) return refused('not-found')
    const proposal = await proposalOf(tx, reach, params.id)
    const draft = proposedDraft({ ...application, outcome: factsOf(await stepsOf(tx, params.id)).outcome }, personalPassages)
    return granted({
      proposal: proposal ? shown(proposal) : null,
      mayDecide: may(actor, 'request.handle', application).ok,
      unitId: application.unitId,
      draft: { ...draft, leftOut: [...draft.leftOut] },
      files: (await filesOf(tx, params.id)).map((file) => ({
        fileId: file.id,
        name: file.name,
        redacted: file.redactedFrom !== null,
        enclosed: file.enclosure !== null,
      })),
      happened: (await proposalSteps(tx, params.id)).map((one) => ({ ...one, at: one.at.toISOString() })),
    })
  }),

  answer(contract.postProposal, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { proposal: 'raise' } })
    return suggestDisclosure(call.tx, byOf(call), { id: call.params.id, ...call.body })
  }),

  answer(contract.putAcceptance, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { proposal: 'accept' } })
    return acceptProposal(call.tx, byOf(call), { id: call.params.id, ...call.body }, { store: call.fileStore, reading })
  }),

  answer(contract.putRefusal, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { proposal: 'decline' } })
    return declineProposal(call.tx, byOf(call), { id: call.params.id, ...call.body })
  }),

  answer(contract.putProposedEntry, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { proposal: 'enter', name: call.body.name } })
    return enterProposedEntry(call.tx, byOf(call), { id: call.params.id, ...call.body })
  }),
]
