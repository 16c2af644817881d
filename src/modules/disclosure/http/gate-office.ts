// Answers what the office asks of the findings of an edition, and takes the reasons for which one may stand.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import type { Contract } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { articleTitle } from '../../../law/laws.ts'
import { mayWaive, verdictOn, type GateFinding, type WaivingHand } from '../../gate/index.ts'
import { severities } from '../../gate/law/kinds.ts'
import { lookAtEdition, type EditionSeen } from '../actions/look-at-findings.ts'
import { takeBackEditionWaiver, waiveFinding } from '../actions/waive-finding.ts'
import { readableEdition, type Edition } from '../queries/edition.ts'
import { reasonOf, roleTitle } from './answers.ts'
import { byOf } from './call.ts'
import * as contract from './gate-contract.ts'

type KeptFinding = Omit<GateFinding, 'match' | 'nth' | 'masked'> & Partial<Pick<GateFinding, 'match' | 'nth' | 'masked'>>
type Waiver = EditionSeen['waivers'][number]

const waiverRow = (waiver: Waiver): contract.WaiverRow => ({
  fingerprint: waiver.fingerprint,
  place: waiver.place,
  excerpt: waiver.excerpt,
  reason: waiver.reason,
  byName: waiver.byName,
  roleTitle: roleTitle(waiver.role),
  at: waiver.at.toISOString(),
  revokedAt: waiver.revokedAt?.toISOString() ?? null,
  revokedByName: waiver.revokedByName,
})

function rowOf(finding: KeptFinding, waivers: readonly Waiver[], hand: WaivingHand | undefined): contract.FindingRow {
  const { match = '', nth = 0, masked = null, article, mandatory: _mandatory, ...said } = finding
  const waiver = waivers.find((one) => one.fingerprint === finding.fingerprint && one.revokedAt === null)
  const ruling = hand ? mayWaive({ ...finding, match, nth, masked }, hand) : refused()
  return {
    ...said,
    severityTitle: severities[finding.severity],
    article: article === null ? null : articleTitle(article),
    match,
    nth,
    masked,
    stands: finding.severity !== 'remark' && !waiver,
    waiver: waiver ? waiverRow(waiver) : null,
    waivable: ruling.ok && !waiver,
    closedBecause: ruling.ok ? [] : ruling.refusals.map(reasonOf),
  }
}

const answerOf = (
  rows: readonly contract.FindingRow[],
  waivers: readonly Waiver[],
  of: { version: number; at: Date; kept: boolean },
): contract.FindingsAnswer => {
  const standing = (severity: contract.FindingRow['severity']): number => rows.filter((row) => row.severity === severity && row.waiver === null).length
  return {
    rows: [...rows],
    counts: { errors: standing('error'), warnings: standing('warning'), remarks: standing('remark'), waived: rows.filter((row) => row.waiver !== null).length },
    version: of.version,
    at: of.at.toISOString(),
    kept: of.kept,
    record: waivers.map(waiverRow),
  }
}

const inWork = (edition: Edition): boolean => !['published', 'superseded', 'withdrawn', 'filed', 'discarded'].includes(edition.state)

async function findingsOf(tx: Tx, by: By, edition: Edition): Promise<contract.FindingsAnswer> {
  const { seen, hand } = await lookAtEdition(tx, by, edition, { keep: inWork(edition) })
  if (inWork(edition)) {
    const rows = seen.findings.map((finding) => rowOf(finding, seen.waivers, hand))
    return answerOf(rows, seen.waivers, { version: edition.version, at: by.at, kept: false })
  }
  const verdict = await verdictOn(tx, edition.editionId)
  const rows = (verdict?.findings ?? []).map((finding) => rowOf(finding, seen.waivers, undefined))
  return answerOf(rows, seen.waivers, { version: edition.version, at: verdict?.at ?? edition.updatedAt, kept: true })
}

async function audited<C extends Contract>(
  call: Call<C>,
  editionId: string,
  what: string,
  done: Promise<Ruling<GateFinding | string>>,
): Promise<Ruling<Record<string, never>>> {
  const ruling = await done
  call.audit({
    objectKind: 'edition',
    objectId: editionId,
    detail: { [what]: typeof ruling === 'object' && ruling.ok && typeof ruling.value !== 'string' ? ruling.value.code : true },
  })
  return ruling.ok ? granted({}) : ruling
}

export const gateFindingRoutes: readonly OfficeRoute[] = [
  answer(contract.listFindings, async (call) => {
    const edition = await readableEdition(call.tx, call.actor, call.params.editionId)
    return edition ? granted(await findingsOf(call.tx, byOf(call), edition)) : refused('not-found')
  }),
  answer(contract.postWaiver, async (call) => {
    const { editionId } = call.params
    return audited(call, editionId, 'waived', waiveFinding(call.tx, byOf(call), { editionId, ...call.body }))
  }),
  answer(contract.deleteWaiver, async (call) => audited(call, call.params.editionId, 'revoked', takeBackEditionWaiver(call.tx, byOf(call), call.params))),
]
