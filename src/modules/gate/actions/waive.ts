// Lets one finding of an edition stand, in somebody's name and with a reason; or takes that back.
import type { Grant } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { permissions, roles, type Action } from '../../access/law/permissions.ts'
import { severities } from '../law/kinds.ts'
import { waivingOf } from '../law/waiving.ts'
import { waiversOf } from '../queries/waivers.ts'
import type { GateFinding } from '../rules/standing.ts'
import { revokeWaiver, saveWaiver } from '../store/verdicts.ts'
import type { Seen } from './look.ts'

/** The acting person at the edition: with which grant they would do what, and whether they wrote or submitted it. */
export interface WaivingHand {
  readonly grantFor: (action: Action) => Grant | undefined
  readonly isAuthor: boolean
}

const holdersOf = (action: Action): string => [...new Set(permissions.filter((row) => row.action === action).map((row) => roles[row.role].title))].join('、')

/** With which grant they may let it stand, or why not. */
export function mayWaive(finding: GateFinding, hand: WaivingHand): Ruling<Grant> {
  const row = waivingOf(finding)
  if (!row) return refused(finding.mandatory ? 'finding-mandatory' : 'finding-only-told')
  const grant = hand.grantFor(row.action)
  if (!grant)
    return refused({ code: 'waiver-not-yours', facts: { severity: finding.personal ? '个人信息' : severities[finding.severity], who: holdersOf(row.action) } })
  return hand.isAuthor && !row.byAuthor ? refused('waiver-own-work') : granted(grant)
}

export interface Waiving {
  readonly editionId: string
  readonly fingerprint: string
  readonly reason: string
}

const shortest = 5

export async function waive(
  tx: Tx,
  by: By,
  { findings, waivers }: Seen,
  hand: WaivingHand,
  { editionId, fingerprint, reason }: Waiving,
): Promise<Ruling<GateFinding>> {
  const finding = findings.find((one) => one.fingerprint === fingerprint)
  if (!finding) return refused('finding-not-found')
  const earlier = waivers.find((one) => one.fingerprint === fingerprint && one.revokedAt === null)
  if (earlier) return refused({ code: 'finding-waived', facts: { by: earlier.byName } })
  const ruling = mayWaive(finding, hand)
  if (!ruling.ok) return ruling
  if (reason.trim().length < shortest) return refused({ code: 'waiver-reason-missing', field: 'reason' })

  const { role, onBehalfOf } = ruling.value
  const { code, place, excerpt } = finding
  const { accountId, name } = by.actor
  await saveWaiver(tx, { editionId, fingerprint, code, place, excerpt, reason: reason.trim(), by: { accountId, name, role, onBehalfOf }, at: by.at })
  return granted(finding)
}

/** Whoever gave it, or whoever could give it, takes it back. */
export async function takeBackWaiver(tx: Tx, by: By, { findings }: Seen, hand: WaivingHand, of: Omit<Waiving, 'reason'>): Promise<Ruling<string>> {
  const waiver = (await waiversOf(tx, of.editionId)).find((one) => one.fingerprint === of.fingerprint && one.revokedAt === null)
  if (!waiver) return refused('waiver-not-found')
  const finding = findings.find((one) => one.fingerprint === of.fingerprint)
  const ruling = finding ? mayWaive(finding, hand) : undefined
  if (waiver.byId !== by.actor.accountId && ruling && !ruling.ok) return ruling
  await revokeWaiver(tx, waiver.id, { accountId: by.actor.accountId, at: by.at })
  return granted(waiver.id)
}
