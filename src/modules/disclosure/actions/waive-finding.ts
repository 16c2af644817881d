// Somebody lets a finding of an edition in work stand, or takes that back.
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { takeBackWaiver, waive, type GateFinding } from '../../gate/index.ts'
import { states } from '../law/states.ts'
import { lockEdition, type Edition } from '../queries/edition.ts'
import { lookAtEdition } from './look-at-findings.ts'

export interface FindingOfEdition {
  readonly editionId: string
  readonly fingerprint: string
}

async function held(tx: Tx, by: By, editionId: string): Promise<Edition | Ruling<never>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { turn, title } = states[edition.state]
  return turn === null ? refused({ code: 'waiver-too-late', facts: { state: title } }) : edition
}

export async function waiveFinding(
  tx: Tx,
  by: By,
  { editionId, fingerprint, reason }: FindingOfEdition & { readonly reason: string },
): Promise<Ruling<GateFinding>> {
  const edition = await held(tx, by, editionId)
  if ('ok' in edition) return edition
  const { seen, hand } = await lookAtEdition(tx, by, edition, { keep: false })
  const waived = await waive(tx, by, seen, hand, { editionId, fingerprint, reason })
  if (waived.ok) await lookAtEdition(tx, by, edition, { keep: true })
  return waived
}

export async function takeBackEditionWaiver(tx: Tx, by: By, of: FindingOfEdition): Promise<Ruling<string>> {
  const edition = await held(tx, by, of.editionId)
  if ('ok' in edition) return edition
  const { seen, hand } = await lookAtEdition(tx, by, edition, { keep: false })
  const taken = await takeBackWaiver(tx, by, seen, hand, of)
  if (taken.ok) await lookAtEdition(tx, by, edition, { keep: true })
  return taken
}
